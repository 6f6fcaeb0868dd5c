namespace EngageBot.Outcomes;

/// <summary>Why the bot goes back to observing. The numbers are stored.</summary>
internal enum Hint
{
    None = 0,

    /// <summary>Too many of those asked do not want to be.</summary>
    TooManyStopped = 1,

    /// <summary>Too few asks are taken up.</summary>
    TooFewTakenUp = 2,
}
