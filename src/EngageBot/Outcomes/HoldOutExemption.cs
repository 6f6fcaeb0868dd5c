namespace EngageBot.Outcomes;

/// <summary>Why a post is not held out, whatever would be drawn. The numbers are stored.</summary>
internal enum HoldOutExemption
{
    /// <summary>It may be held out.</summary>
    None = 0,

    SwitchedOff = 1,

    /// <summary>So few that a quarter would tell nothing.</summary>
    TooFewCases = 2,

    NewcomersFirstPost = 3,

    /// <summary>Nobody answered the author's last two posts.</summary>
    UnheardTwice = 4,

    Sensitive = 5,

    /// <summary>A member wanted somebody to be asked.</summary>
    AskedFor = 6,
}
