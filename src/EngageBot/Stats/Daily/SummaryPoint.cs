namespace EngageBot.Stats.Daily;

/// <summary>Posts of a part of a period.</summary>
/// <param name="Judged">Answered or not; those too young to say are left out.</param>
internal readonly record struct SummaryPoint(DateTimeOffset From, int Answered, int Judged);
