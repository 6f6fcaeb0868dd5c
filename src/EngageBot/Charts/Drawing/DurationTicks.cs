namespace EngageBot.Charts.Drawing;

/// <summary>Steps of time that people use: 5 min, 30 min, 6 h, 1 d. In minutes.</summary>
internal static class DurationTicks
{
    private const double Hour = 60;
    private const double Day = 24 * Hour;

    private static readonly double[] Steps =
        [1 / 60.0, 2 / 60.0, 5 / 60.0, 10 / 60.0, 0.5, 1, 2, 5, 10, 15, 30, Hour, 2 * Hour, 3 * Hour, 6 * Hour, 12 * Hour, Day];

    private static readonly double[] Decades =
        [1 / 60.0, 10 / 60.0, 1, 10, Hour, 6 * Hour, Day, 7 * Day, 30 * Day, 365 * Day, 3650 * Day, 36500 * Day, 1e9, 1e11, 1e13, HumanNumber.Most];

    public static IReadOnlyList<double> UpTo(double max, int count) => NiceTicks.Between(0, max, Step(max / Math.Max(count, 1)));

    /// <summary>Marks for a logarithmic axis that lie within a range.</summary>
    public static IReadOnlyList<double> Within(double min, double max) => [.. Decades.Where(decade => decade >= min * 0.999 && decade <= max * 1.001)];

    /// <summary>The smallest usual range around the values, for a logarithmic axis.</summary>
    public static (double From, double To) Around(double min, double max)
    {
        var from = Array.FindLast(Decades, decade => decade <= min);
        var to = Array.Find(Decades, decade => decade >= max);
        from = from == 0 ? Decades[0] : from;
        return (from, to > from ? to : from * 10);
    }

    /// <summary>Bounds for at most <paramref name="classes"/> classes around the values, roughly even on a logarithmic scale.</summary>
    public static IReadOnlyList<double> Classes(double min, double max, int classes)
    {
        double[] ladder = [0, .. Steps, 2 * Day, 3 * Day, 7 * Day, 14 * Day, 30 * Day, 90 * Day, 365 * Day, 3650 * Day, HumanNumber.Most];
        var first = Math.Max(0, Array.FindLastIndex(ladder, bound => bound <= min));
        var last = Math.Max(first + 1, Array.FindIndex(ladder, bound => bound >= max));
        var stride = (int)Math.Ceiling((last - first) / (double)classes);
        return [.. Enumerable.Range(0, classes + 1).Select(index => first + (index * stride)).TakeWhile(index => index < last + stride)
            .Select(index => ladder[Math.Min(index, ladder.Length - 1)]).Distinct()];
    }

    private static double Step(double rough)
    {
        var step = Array.Find(Steps, candidate => candidate >= rough - 1e-9);
        return step > 0 ? step : NiceTicks.Step(rough / Day) * Day;
    }
}
