namespace EngageBot.Introductions.Proposals;

/// <summary>How far an introduction is. The numbers are stored.</summary>
internal enum IntroductionState
{
    /// <summary>They are asked, one after the other.</summary>
    Proposed = 1,

    /// <summary>All want it.</summary>
    Agreed = 2,

    /// <summary>They have a place of their own.</summary>
    Opened = 3,

    /// <summary>Nothing came of it, and nobody is told why.</summary>
    Ended = 4,

    /// <summary>All wanted it, and no place could be opened.</summary>
    NotOpened = 5,
}
