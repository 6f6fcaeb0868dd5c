namespace EngageBot.Onboarding;

/// <summary>Why nothing is sent for a while. The numbers are stored.</summary>
internal enum RaidReason
{
    None = 0,

    /// <summary>Far more people joined than usual.</summary>
    Joins = 1,

    /// <summary>New members write far more than usual.</summary>
    Posts = 2,
}
