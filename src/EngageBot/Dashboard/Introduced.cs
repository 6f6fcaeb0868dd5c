using EngageBot.Stats.Asking;

namespace EngageBot.Dashboard;

/// <summary>Introductions of a community in numbers; who met whom stays between them.</summary>
/// <param name="Figures">Null where nothing is known of the community yet.</param>
/// <param name="Rounds">The newest first.</param>
public sealed record Introduced(StatsLine? Figures, IReadOnlyList<RoundLine> Rounds)
{
    /// <summary>By how they came about; those that there were none of are left out.</summary>
    public IReadOnlyList<OccasionLine> Occasions { get; init; } = [];
}
