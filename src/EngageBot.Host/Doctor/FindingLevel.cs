namespace EngageBot.Host.Doctor;

/// <summary>How much something matters.</summary>
internal enum FindingLevel
{
    Fine = 0,

    /// <summary>The bot works; something is less good than it could be.</summary>
    Note = 1,

    /// <summary>The bot does not work, or not all of it.</summary>
    Problem = 2,
}
