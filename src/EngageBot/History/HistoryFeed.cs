using System.Diagnostics.CodeAnalysis;
using EngageBot.Chat;
using EngageBot.Pipeline;

namespace EngageBot.History;

/// <summary>Reads a history into the queue, beside the pipeline that empties it.</summary>
internal sealed class HistoryFeed(HistoryReader reader, ReplayOptions options)
{
    private const int NamedAtMost = 20;

    private readonly List<HistoryItem.Skipped> _firstSkipped = [];

    public ChatEventQueue Queue { get; } = new();

    public long SkippedCount { get; private set; }

    public IReadOnlyList<HistoryItem.Skipped> FirstSkipped => _firstSkipped;

    /// <summary>Ends when the history does; a fault is handed to the reader of the queue.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The edge of a loop: whatever ends it must reach whoever waits for the queue.")]
    public Task RunAsync(CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            try
            {
                await ReadAsync(cancellationToken);
                Queue.Complete();
            }
            catch (Exception fault)
            {
                Queue.Complete(fault);
            }
        },
        CancellationToken.None);

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await foreach (var item in reader.ReadAsync(cancellationToken))
        {
            if (item is HistoryItem.Skipped skipped)
            {
                Skip(skipped);
            }
            else if (item is HistoryItem.Happened { Event: MessageCreated message } && IsImpossible(message.At))
            {
                Skip(new HistoryItem.Skipped($"{message.Channel.Value}, message {message.Id.Spell(message.Community.Platform)}", $"its time cannot be right ({message.At:yyyy-MM-dd})"));
            }
            else if (item is HistoryItem.Happened { Event: var happened } && IsWanted(happened))
            {
                await Queue.EnqueueUnreadAsync(happened, cancellationToken);
            }
        }
    }

    /// <summary>No chat is older than this, and none comes from the future: one wrong clock would take the whole replay there.</summary>
    private bool IsImpossible(DateTimeOffset at) => at.Year < 1980 || at > options.Latest;

    private bool IsWanted(ChatEvent happened) =>
        happened is ChannelSeen or MemberSeen || ((options.Since is null || happened.At >= options.Since) && (options.Until is null || happened.At < options.Until));

    private void Skip(HistoryItem.Skipped skipped)
    {
        SkippedCount++;
        if (_firstSkipped.Count < NamedAtMost)
        {
            _firstSkipped.Add(skipped);
        }
    }
}
