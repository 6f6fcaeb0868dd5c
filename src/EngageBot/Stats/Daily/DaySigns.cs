namespace EngageBot.Stats.Daily;

/// <summary>What is to be said of a message with yes or no. The numbers are stored.</summary>
[Flags]
internal enum DaySigns
{
    None = 0,

    /// <summary>It starts a conversation: it answers nothing, and does not stand in somebody's thread.</summary>
    IsPost = 1,

    /// <summary>An announcement, or promotion by its words, and no reply to anybody.</summary>
    Announces = 2,

    /// <summary>A line of the same author's by which he says that nothing is needed any more.</summary>
    Withdraws = 4,

    /// <summary>It invites a reply and has reactions, which may be answer enough.</summary>
    HasReactions = 8,

    HasParent = 16,
    HasParentElsewhere = 32,
    IsDeleted = 64,
}
