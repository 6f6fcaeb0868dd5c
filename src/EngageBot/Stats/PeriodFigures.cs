namespace EngageBot.Stats;

/// <summary>The figures of a day, a week or a month.</summary>
/// <param name="From">When it begins, UTC.</param>
public sealed record PeriodFigures(DateTimeOffset From, long Messages, PostFigures Posts, ResponseTimes? Times);
