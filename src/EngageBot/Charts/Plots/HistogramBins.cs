namespace EngageBot.Charts.Plots;

/// <summary>Bins of equal width on a logarithmic axis, over a round range of at least a minute to a day; what is quicker falls into the first.</summary>
internal static class HistogramBins
{
    private const double Shortest = 1;
    private const double Day = 1440;

    public static IReadOnlyList<(double From, double To, int Count)> Of(IReadOnlyList<double> sorted, int perDecade)
    {
        var last = Math.Max(IndexOf(sorted[^1], perDecade), IndexOf(Day, perDecade));
        var counts = new int[last + 1];
        foreach (var minutes in sorted)
        {
            counts[IndexOf(minutes, perDecade)]++;
        }

        return [.. counts.Select((count, index) => (EdgeOf(index, perDecade), EdgeOf(index + 1, perDecade), count))];
    }

    private static int IndexOf(double minutes, int perDecade) =>
        minutes <= Shortest ? 0 : (int)Math.Floor((Math.Log10(minutes / Shortest) * perDecade) + 1e-9);

    private static double EdgeOf(int index, int perDecade) => Shortest * Math.Pow(10, index / (double)perDecade);
}
