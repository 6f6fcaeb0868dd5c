namespace EngageBot.Nudges.Seeking;

/// <summary>What is told to a member who wants somebody to be found.</summary>
internal enum FindAnswer
{
    /// <summary>Somebody replied already.</summary>
    Replied,

    /// <summary>It is settled: by a reaction, by its author, in an archived channel.</summary>
    Settled,

    /// <summary>It asks for no reply, as far as the bot can tell.</summary>
    AsksNothing,

    /// <summary>It is so old that it is left in peace.</summary>
    Old,

    /// <summary>Somebody is asked already.</summary>
    OneAsked,

    /// <summary>Some are.</summary>
    SomeAsked,

    /// <summary>Somebody said that he will reply.</summary>
    Claimed,

    /// <summary>It is shown to everybody already.</summary>
    Shown,

    /// <summary>Somebody talks with its author, or it does not say what it is about.</summary>
    LeftAlone,

    /// <summary>The bot only observes here: what it would do.</summary>
    Would,

    /// <summary>He wanted it often enough today.</summary>
    Enough,

    /// <summary>Somebody is asked now.</summary>
    Asks,

    /// <summary>Nobody can be asked: it goes to the waiting board now.</summary>
    GoesToBoard,

    /// <summary>Nobody can be asked: it is shown to everybody in another way.</summary>
    IsShown,

    /// <summary>Nobody can be asked, and there is no place to show it.</summary>
    Nobody,
}
