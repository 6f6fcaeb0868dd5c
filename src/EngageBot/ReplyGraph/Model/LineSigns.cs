namespace EngageBot.ReplyGraph.Model;

/// <summary>What the words of a line show of what it does in a conversation. The model is trained on the bits: never change them.</summary>
[Flags]
internal enum LineSigns
{
    None = 0,

    /// <summary>Ends in a question mark.</summary>
    EndsAsking = 1 << 0,

    /// <summary>Holds a question mark.</summary>
    Asks = 1 << 1,

    /// <summary>Opens with who, what, where, how ...</summary>
    OpensWithQuestionWord = 1 << 2,

    /// <summary>Opens with is, does, can, have ...</summary>
    OpensWithVerb = 1 << 3,

    Greets = 1 << 4,

    Thanks = 1 << 5,

    /// <summary>Opens with yes, ok, right ...</summary>
    Affirms = 1 << 6,

    /// <summary>Opens with no, nope, not ...</summary>
    Denies = 1 << 7,

    /// <summary>Opens with and, but, so, because ...</summary>
    GoesOn = 1 << 8,

    Apologises = 1 << 9,

    HasLink = 1 << 10,

    HasNumber = 1 << 11,

    /// <summary>To whoever can: anyone, somebody, all, guys ...</summary>
    AddressesAll = 1 << 12,

    SaysI = 1 << 13,

    SaysYou = 1 << 14,

    /// <summary>Opens with it, that, this, they ...</summary>
    PointsBack = 1 << 15,

    /// <summary>Opens with try, use, check, go ...</summary>
    Advises = 1 << 16,

    /// <summary>Ends in three dots, a comma or a colon: more is to come.</summary>
    TrailsOff = 1 << 17,

    Exclaims = 1 << 18,

    Smiles = 1 << 19,

    /// <summary>Begins with a capital letter.</summary>
    Capital = 1 << 20,

    /// <summary>Begins with a sign that calls a bot: !, /, @.</summary>
    Commands = 1 << 21,

    /// <summary>Puts an earlier line right: *word, s/a/b.</summary>
    Corrects = 1 << 22,

    Laughs = 1 << 23,

    /// <summary>Begins with a word set off by a colon or comma, whoever it names.</summary>
    SetsOff = 1 << 24,

    /// <summary>Says there is a trouble: not, error, problem, fails ...</summary>
    Troubled = 1 << 25,
}
