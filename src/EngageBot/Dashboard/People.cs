using EngageBot.Stats.Asking;

namespace EngageBot.Dashboard;

/// <summary>The people of a community in numbers, and what comes in without people behind it.</summary>
public sealed record People
{
    /// <summary>Why there are no figures, in words; null where there are.</summary>
    public string? WhyNone { get; init; }

    public IReadOnlyList<StatsLine> Figures { get; init; } = [];

    /// <summary>Null where nobody replied to anybody, or there are too few to tell.</summary>
    public PeopleNetwork? Network { get; init; }

    /// <summary>What the figures mean, a line each.</summary>
    public IReadOnlyList<string> Definitions { get; init; } = [];

    /// <summary>How many are left out of everything; null for so few that they are not counted.</summary>
    public int? OptedOut { get; init; }

    /// <summary>How many may be asked; null for so few that they are not counted.</summary>
    public int? Helpers { get; init; }

    public IReadOnlyList<FeedLine> Feeds { get; init; } = [];
}
