namespace EngageBot.Simulation.Model;

/// <summary>What a number is drawn for. Each has numbers of its own, so that one more draw in one place changes nothing in another.</summary>
internal enum Drawn
{
    Habit,
    Topics,
    Activity,
    Posting,
    Hours,
    Willingness,
    Tolerance,
    SignUp,
    Joins,
    PostDay,
    PostTime,
    PostTopic,
    PostHardness,
    Words,

    /// <summary>Whether somebody answers by himself, and after how long.</summary>
    Answers,
    AnswerDelay,

    /// <summary>Whether somebody who was asked answers, however he was asked: the same number for an ask, a ping and a look at the board.</summary>
    Prompted,
    PromptedDelay,
    Reads,
    Presses,
    Keeps,
    Thanks,
    GoesOn,
    Acts,
    Leaves,
    Returns,
    Chats,
    Looks,
    LookTime,
    Salt,
}
