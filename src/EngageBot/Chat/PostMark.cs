namespace EngageBot.Chat;

/// <summary>What somebody said of a post that settles it. The numbers are stored.</summary>
public enum PostMark
{
    /// <summary>It needs no reply.</summary>
    NeedsNone = 1,

    /// <summary>It is answered, wherever that was.</summary>
    Answered = 2,
}
