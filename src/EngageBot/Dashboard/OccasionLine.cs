namespace EngageBot.Dashboard;

/// <summary>What came of the introductions of one sort in 90 days, without names. A number is null where it is not said, because it is of fewer than five.</summary>
/// <param name="Occasion">In words.</param>
/// <param name="Talked">In so many of them two wrote to each other.</param>
public sealed record OccasionLine(string Occasion, int? Opened, int? Talked)
{
    /// <summary>By what those who were introduced said; of each the most.</summary>
    public required int? Helped { get; init; }

    public required int? Met { get; init; }

    /// <summary>They made or changed something.</summary>
    public required int? Made { get; init; }
}
