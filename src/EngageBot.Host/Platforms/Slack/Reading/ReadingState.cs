using System.Collections.Concurrent;
using EngageBot.Chat;

namespace EngageBot.Host.Platforms.Slack.Reading;

/// <summary>
/// Up to where each channel of a workspace is known, with its threads, and where something may be missing. Used by those who listen and by those who fill the gaps.
/// </summary>
/// <param name="readBack">So far back a gap is read at most.</param>
internal sealed class ReadingState(TimeSpan readBack)
{
    private readonly ConcurrentDictionary<string, MessageId> _marks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ReadGap> _gaps = new(StringComparer.Ordinal);
    private long _number;
    private int _uncommitted;

    public ICollection<ReadGap> Gaps => _gaps.Values;

    /// <summary>No gap is open, and what closed the last one is committed.</summary>
    public bool IsWhole => _gaps.IsEmpty && Volatile.Read(ref _uncommitted) == 0;

    public MessageId? Mark(string channel) => _marks.TryGetValue(channel, out var mark) ? mark : null;

    /// <summary>What was stored when the program ran last.</summary>
    public void Restore(string channel, MessageId mark) => _marks[channel] = mark;

    /// <summary>With this message the channel is known up to and with it: false while something is missing before it. A mark never moves back.</summary>
    public bool MoveMark(string channel, MessageId to) => !_gaps.ContainsKey(channel) && Advance(channel, to);

    /// <summary>A gap that is open already becomes a new one: it has to be read once more.</summary>
    public void Open(string channel, TimeSpan? parents = null)
    {
        var number = Interlocked.Increment(ref _number);
        var back = parents is { } asked && asked < readBack ? asked : readBack;
        _gaps.AddOrUpdate(channel, new ReadGap(channel, number, back), (_, open) => new ReadGap(channel, number, open.Parents > back ? open.Parents : back));
    }

    /// <summary>False where it was opened again meanwhile.</summary>
    public bool Close(ReadGap gap) => _gaps.TryRemove(KeyValuePair.Create(gap.Channel, gap));

    /// <summary>Moves a mark to the newest that was read.</summary>
    public bool Advance(string channel, MessageId to)
    {
        var moved = false;
        _marks.AddOrUpdate(
            channel,
            _ =>
            {
                moved = true;
                return to;
            },
            (_, mark) =>
            {
                moved = to.Number > mark.Number;
                return moved ? to : mark;
            });
        return moved;
    }

    public void Forget(string channel)
    {
        _marks.TryRemove(channel, out _);
        _gaps.TryRemove(channel, out _);
    }

    /// <summary>Until this is committed, not everything is stored.</summary>
    public TaskCompletionSource Commit()
    {
        Interlocked.Increment(ref _uncommitted);
        var committed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = committed.Task.ContinueWith(
            done => done.IsCompletedSuccessfully ? Interlocked.Decrement(ref _uncommitted) : 0, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return committed;
    }
}
