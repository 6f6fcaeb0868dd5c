using EngageBot.Chat;

namespace EngageBot.Pipeline;

/// <summary>What is committed together: events, and how far their source has been read with them.</summary>
internal sealed record ChatEventBatch(IReadOnlyList<ChatEvent> Events)
{
    public SourcePosition? Position { get; init; }

    /// <summary>Channels of which everything up to and with a message is known with this batch.</summary>
    public IReadOnlyList<CompleteUpTo> Marks { get; init; } = [];
}
