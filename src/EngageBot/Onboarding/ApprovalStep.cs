namespace EngageBot.Onboarding;

/// <summary>What is to be done with a message that is about to be said.</summary>
internal enum ApprovalStep
{
    Say = 0,

    /// <summary>Moderators do not want it.</summary>
    Drop = 1,

    /// <summary>It waits for their word.</summary>
    Wait = 2,

    /// <summary>It is shown to them, and waits.</summary>
    Show = 3,
}
