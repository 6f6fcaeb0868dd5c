using EngageBot.Chat;

namespace EngageBot.Pipeline;

/// <summary>What is committed together: events, and how far their sources have been read with them.</summary>
internal sealed record ChatEventBatch(IReadOnlyList<ChatEvent> Events)
{
    /// <summary>What the texts say, event by event; empty where nobody has read them yet.</summary>
    public IReadOnlyList<ReadText?> Texts { get; init; } = [];

    /// <summary>The newest of each source.</summary>
    public IReadOnlyCollection<SourcePosition> Positions { get; init; } = [];

    /// <summary>Channels of which everything up to and with a message is known with this batch.</summary>
    public IReadOnlyCollection<CompleteUpTo> Marks { get; init; } = [];

    /// <summary>What the sources keep for their next start, in order.</summary>
    public IReadOnlyList<SourceNote> Notes { get; init; } = [];

    /// <summary>Who waits for the commit.</summary>
    public IReadOnlyList<TaskCompletionSource> Waiting { get; init; } = [];

    /// <summary>The same in smaller pieces, an event each; the positions come last, when everything before them is stored.</summary>
    public IEnumerable<ChatEventBatch> Apart() =>
        Events.Select(one => new ChatEventBatch([one])).Append(this with { Events = [], Texts = [] });

    /// <summary>Tells those who wait that it is committed.</summary>
    public void TellCommitted()
    {
        foreach (var waiting in Waiting)
        {
            waiting.TrySetResult();
        }
    }

    /// <summary>Tells those who wait that it will not be committed.</summary>
    public void TellFailed(Exception fault)
    {
        foreach (var waiting in Waiting)
        {
            waiting.TrySetException(fault);
        }
    }
}
