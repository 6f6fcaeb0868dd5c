namespace EngageBot.Introductions.Proposals;

/// <summary>Why people are introduced. The numbers are stored.</summary>
internal enum IntroductionOccasion
{
    /// <summary>One of them asked for it.</summary>
    Request = 1,

    /// <summary>They talk about the same things and have not been seen replying to each other.</summary>
    SharedTopics = 2,

    /// <summary>A round brought them together.</summary>
    Round = 4,
}
