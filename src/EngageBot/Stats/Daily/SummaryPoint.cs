namespace EngageBot.Stats.Daily;

/// <summary>Posts and messages of a part of a period.</summary>
/// <param name="Judged">Posts, answered or not; those too young to say are left out.</param>
internal readonly record struct SummaryPoint(DateTimeOffset From, int Answered, int Judged)
{
    /// <summary>How long answers took; null where nothing was answered.</summary>
    public ResponseTimes? Times { get; init; }

    /// <summary>By people.</summary>
    public int Messages { get; init; }

    /// <summary>Those of them in two-way conversations.</summary>
    public int TwoWay { get; init; }
}
