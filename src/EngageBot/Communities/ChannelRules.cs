namespace EngageBot.Communities;

/// <summary>What is different in one channel; what is left out is as in the community. Setters for the reason that <see cref="CommunityRules"/> gives.</summary>
public sealed record ChannelRules
{
    /// <summary>Its name or id.</summary>
    public string Channel { get; set; } = string.Empty;

    /// <summary>See <see cref="CommunityRules.WaitAtLeast"/>.</summary>
    public TimeSpan? WaitAtLeast { get; set; }

    /// <summary>See <see cref="CommunityRules.WaitAtMost"/>.</summary>
    public TimeSpan? WaitAtMost { get; set; }

    /// <summary>See <see cref="CommunityRules.WaitWithoutHistory"/>.</summary>
    public TimeSpan? WaitWithoutHistory { get; set; }
}
