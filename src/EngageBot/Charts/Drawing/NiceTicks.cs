namespace EngageBot.Charts.Drawing;

/// <summary>Steps of 1, 2 or 5 times a power of ten.</summary>
internal static class NiceTicks
{
    public static IReadOnlyList<double> UpTo(double max, int count) => Between(0, max, Step(max / Math.Max(count, 1)));

    public static IReadOnlyList<double> WholeUpTo(double max, int count) => Between(0, max, Math.Max(1, Step(max / Math.Max(count, 1))));

    /// <summary>From the step at or below <paramref name="min"/> to the one at or above <paramref name="max"/>.</summary>
    public static IReadOnlyList<double> Between(double min, double max, double step)
    {
        var first = Math.Floor((min / step) + 1e-9);
        var last = Math.Max(first + 1, Math.Ceiling((max / step) - 1e-9));
        return [.. Enumerable.Range(0, (int)Math.Min(last - first, 100) + 1).Select(index => (first + index) * step)];
    }

    /// <summary>The nice step at or above a rough one.</summary>
    public static double Step(double rough)
    {
        if (!double.IsFinite(rough) || rough <= 0)
        {
            return 1;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var fraction = rough / power;
        return power * (fraction <= 1 + 1e-9 ? 1 : fraction <= 2 + 1e-9 ? 2 : fraction <= 5 + 1e-9 ? 5 : 10);
    }
}
