namespace EngageBot.Simulation.Reports;

/// <summary>Where the middle of some numbers lies, and their ends.</summary>
internal static class Quantiles
{
    /// <summary>The value below which a share of the numbers lies; no number is made up between two.</summary>
    public static double At(IEnumerable<double> numbers, double share)
    {
        double[] sorted = [.. numbers.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
