namespace EngageBot.Outbox;

/// <summary>What the bot says, by its form. The numbers are stored.</summary>
public enum OutboxKind
{
    /// <summary>The waiting board: one message of a community, changed in place.</summary>
    Board = 1,

    /// <summary>A forum post's tag.</summary>
    Tag = 2,

    /// <summary>A reply under a post.</summary>
    Reply = 3,

    /// <summary>A member is asked in private to look at a post.</summary>
    Ask = 4,
}
