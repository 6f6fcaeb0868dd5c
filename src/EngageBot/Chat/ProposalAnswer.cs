namespace EngageBot.Chat;

/// <summary>What somebody said when he was asked whether he wants to be introduced. The numbers are stored.</summary>
public enum ProposalAnswer
{
    /// <summary><i>Introduce us</i>.</summary>
    Yes = 1,

    /// <summary><i>Not now</i>.</summary>
    NotNow = 2,

    /// <summary><i>We already know each other</i>.</summary>
    KnowEachOther = 3,

    /// <summary><i>Not with this person</i>: silent, for good, and both ways.</summary>
    Never = 4,
}
