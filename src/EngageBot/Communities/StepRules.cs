namespace EngageBot.Communities;

/// <summary>Where a step is live. Setters for the reason that <see cref="CommunityRules"/> gives.</summary>
public sealed record StepRules
{
    public LiveStep Step { get; set; }

    /// <summary>In the channels that are not named.</summary>
    public bool IsOn { get; set; }

    /// <summary>Names or ids of channels in which it is the other way round.</summary>
    public IReadOnlyList<string> Except { get; set; } = [];
}
