namespace EngageBot.Stats.Daily;

/// <summary>The figures of a community, or of one of its channels, now and before.</summary>
/// <param name="Before">Of the period of the same length before; null where less of it is known.</param>
/// <param name="HasTeam">It is known who looks after the community.</param>
internal sealed record LiveFigures(PeriodSummary Now, PeriodSummary? Before, bool HasTeam);
