namespace EngageBot.Communities;

/// <summary>What the bot does that can be switched on by itself.</summary>
public enum LiveStep
{
    /// <summary>Open posts are shown to everybody: on the board, by a tag or by a reply.</summary>
    Board = 0,

    /// <summary>Members who agreed are asked in private.</summary>
    Asks = 1,

    /// <summary>Authors are reminded of replies.</summary>
    YourTurn = 2,

    /// <summary>Who promotes is told of people whom he could answer.</summary>
    Notes = 3,

    /// <summary>People are put in touch.</summary>
    Introductions = 4,
}
