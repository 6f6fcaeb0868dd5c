namespace EngageBot.Communities;

/// <summary>How an open post is shown to everybody.</summary>
public enum PublicStep
{
    /// <summary>On the waiting board, one message in a channel that moderators choose.</summary>
    Board = 0,

    /// <summary>By the tag of a forum that says so; a post that is in no forum goes to the board.</summary>
    Tag = 1,

    /// <summary>By a reply under the post, taken away as soon as somebody answers.</summary>
    Reply = 2,
}
