namespace EngageBot.Charts;

/// <param name="Name">What the line shows, in a word or two: it stands beside the line.</param>
/// <param name="Points">In any order.</param>
public sealed record TimeSeries(string Name, IReadOnlyList<TimePoint> Points);
