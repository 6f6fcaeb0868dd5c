using EngageBot.Chat;

namespace EngageBot.Pipeline;

/// <summary>
/// Something on its way from a source to the pipeline: an event, how far its source has been read with it, or both. What a source brings that the product has
/// no use for comes as a position alone, so that it is not asked for again.
/// </summary>
public readonly record struct QueuedEvent(ChatEvent? Event)
{
    public SourcePosition? Position { get; init; }

    /// <summary>With this the channel is known up to and with a message.</summary>
    public CompleteUpTo? Mark { get; init; }

    /// <summary>What the source keeps for its next start, written together with the rest.</summary>
    public SourceNote? Note { get; init; }

    /// <summary>Completed when all of this is committed, or failed where it cannot be: for a source that acknowledges what it sent. Must run its continuations asynchronously.</summary>
    public TaskCompletionSource? Committed { get; init; }

    /// <summary>What the message's text says, where it was read on the way.</summary>
    internal ReadText? Text { get; init; }
}
