namespace EngageBot.Discord.Gateway;

/// <summary>How a dispatch stands to the one before.</summary>
internal enum ArrivalKind
{
    /// <summary>It follows.</summary>
    Next,

    /// <summary>It came before.</summary>
    Repeated,

    /// <summary>Something between the two is missing.</summary>
    AfterGap,
}
