namespace EngageBot.Stats.Daily;

/// <summary>Cuts a period into the points of a chart: days up to five weeks, weeks up to 30, then four weeks each.</summary>
internal static class SummaryBuckets
{
    private const long Day = 86_400_000;

    /// <summary>How long a point is, milliseconds.</summary>
    public static long LengthOf(long period) => period <= 35 * Day ? Day : period <= 210 * Day ? 7 * Day : 28 * Day;
}
