namespace EngageBot.Introductions.Rounds;

/// <summary>How far a round is. The numbers are stored.</summary>
internal enum RoundState
{
    /// <summary>Those who take part are told of it.</summary>
    Announced = 1,

    /// <summary>The groups are made.</summary>
    Held = 2,

    /// <summary>It does not take place.</summary>
    Cancelled = 3,
}
