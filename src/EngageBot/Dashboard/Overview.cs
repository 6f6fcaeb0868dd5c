using EngageBot.Stats.Asking;

namespace EngageBot.Dashboard;

/// <summary>How it stands with the conversations of a community.</summary>
public sealed record Overview
{
    /// <summary>Of each of the two periods.</summary>
    public required int Days { get; init; }

    /// <summary>Why there are no figures, in words; null where there are.</summary>
    public string? WhyNone { get; init; }

    public IReadOnlyList<StatsLine> Figures { get; init; } = [];

    /// <summary>What the figures mean, a line each.</summary>
    public required IReadOnlyList<string> Definitions { get; init; }

    public IReadOnlyList<OverviewPicture> Pictures { get; init; } = [];
}
