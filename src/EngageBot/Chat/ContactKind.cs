namespace EngageBot.Chat;

/// <summary>What a private message is for. The numbers are stored.</summary>
public enum ContactKind
{
    /// <summary>Answers what the member himself just did: a command, a button. No budget counts it.</summary>
    Answer = 0,

    /// <summary>Asks a helper to look at a post.</summary>
    Ask = 1,

    /// <summary>Reminds an author that somebody replied to him.</summary>
    YourTurn = 2,

    /// <summary>Tells somebody who promotes of people he could answer.</summary>
    PromoterNote = 3,

    /// <summary>Proposes to introduce him to somebody.</summary>
    Introduction = 4,

    /// <summary>Gives notice of a round.</summary>
    Round = 5,

    /// <summary>Asks what came of an introduction.</summary>
    FollowUp = 6,

    /// <summary>Tells a helper that it helped. It asks for nothing, so it is no nudge.</summary>
    Thanks = 7,

    /// <summary>Asks a helper to answer a newcomer's first post: an ask like others, but only for those who chose it.</summary>
    Greeting = 8,
}
