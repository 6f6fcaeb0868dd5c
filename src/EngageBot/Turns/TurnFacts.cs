namespace EngageBot.Turns;

/// <summary>What decides whether it is an author's turn in the conversation under his post.</summary>
internal sealed record TurnFacts
{
    /// <summary>By other people, the oldest first.</summary>
    public required IReadOnlyList<TurnReply> Replies { get; init; }

    /// <summary>When the author last did something in the conversation, unix milliseconds; null where he did nothing since his post.</summary>
    public long? LastTurnAt { get; init; }

    /// <summary>When he last wrote anything anywhere, unix milliseconds.</summary>
    public long? LastSeenAt { get; init; }
}
