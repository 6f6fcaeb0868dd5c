namespace EngageBot.Nudges.Inbox;

/// <summary>How well a post fits a member; more is better.</summary>
internal enum InboxFit
{
    /// <summary>Nothing is known that speaks for it.</summary>
    None = 0,

    /// <summary>He is at home in its channel, or it takes no knowledge to answer it.</summary>
    Place = 1,

    /// <summary>He answered or wrote about it before.</summary>
    Topic = 2,
}
