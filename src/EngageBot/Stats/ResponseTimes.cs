namespace EngageBot.Stats;

/// <summary>How long answered posts took to their first reply.</summary>
public sealed record ResponseTimes
{
    public required int Answered { get; init; }

    public required TimeSpan Median { get; init; }

    public required TimeSpan P90 { get; init; }

    /// <summary>The share that came within an hour, 0 to 1.</summary>
    public required double WithinAnHour { get; init; }

    /// <summary>The share that came within a day, 0 to 1.</summary>
    public required double WithinADay { get; init; }

    /// <summary>Null where nothing was answered.</summary>
    internal static ResponseTimes? Of(IEnumerable<TimeSpan> times) => OfSorted([.. times.Order()]);

    /// <summary>Null where nothing was answered.</summary>
    /// <param name="sorted">Shortest first.</param>
    internal static ResponseTimes? OfSorted(TimeSpan[] sorted) => sorted.Length == 0 ? null : new ResponseTimes
    {
        Answered = sorted.Length,
        Median = At(sorted, 0.5),
        P90 = At(sorted, 0.9),
        WithinAnHour = Share(sorted, TimeSpan.FromHours(1)),
        WithinADay = Share(sorted, TimeSpan.FromDays(1)),
    };

    /// <summary>The smallest time that at least this share kept.</summary>
    private static TimeSpan At(TimeSpan[] sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];

    private static double Share(TimeSpan[] sorted, TimeSpan within) => sorted.Count(time => time <= within) / (double)sorted.Length;
}
