namespace EngageBot.Chat;

/// <summary>What came of an introduction, by the word of one of those introduced. The numbers are stored; a higher one is more.</summary>
public enum IntroductionOutcome
{
    /// <summary><i>Nothing yet</i>.</summary>
    Nothing = 1,

    Helped = 2,

    /// <summary><i>We met</i>.</summary>
    Met = 3,

    /// <summary><i>We made or changed something</i>.</summary>
    Made = 4,
}
