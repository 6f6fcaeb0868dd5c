using EngageBot.Charts.Drawing;
using EngageBot.Charts.Plots;
using EngageBot.Charts.Text;

namespace EngageBot.Charts;

/// <summary>How long first replies took, on a logarithmic axis of time, with median and p90.</summary>
public sealed record Histogram : Chart
{
    /// <summary>One for each answered post, in minutes.</summary>
    public required IReadOnlyList<double> Minutes { get; init; }

    /// <summary>Where it was computed elsewhere already, so that the same figure stands everywhere.</summary>
    public double? Median { get; init; }

    /// <summary>Likewise.</summary>
    public double? Percentile90 { get; init; }

    public string CountNoun { get; init; } = "posts";

    internal IReadOnlyList<double> Usable => [.. Minutes.Select(minutes => HumanNumber.Usable(minutes)).OfType<double>().Order()];

    internal double MedianOf(IReadOnlyList<double> sorted) => HumanNumber.Usable(Median) ?? Percentile(sorted, 0.5);

    internal double Percentile90Of(IReadOnlyList<double> sorted) => HumanNumber.Usable(Percentile90) ?? Percentile(sorted, 0.9);

    public override string ToText(int width) => TextChart.Histogram(this, width);

    private protected override double Draw(Canvas canvas)
    {
        var top = canvas.Header(Title, Caption);
        return Usable.Count == 0 ? canvas.Empty(top) : new HistogramPlot(this, canvas, top).Draw();
    }

    private protected override string Describe()
    {
        var sorted = Usable;
        return sorted.Count == 0 ? "Histogram of times: no data yet."
            : $"Histogram of times for {HumanNumber.Counted(sorted.Count, CountNoun)}: median {HumanNumber.Minutes(MedianOf(sorted))}, " +
              $"p90 {HumanNumber.Minutes(Percentile90Of(sorted))}, shortest {HumanNumber.Minutes(sorted[0])}, longest {HumanNumber.Minutes(sorted[^1])}.";
    }

    /// <summary>Between the two nearest values, in proportion.</summary>
    private static double Percentile(IReadOnlyList<double> sorted, double share)
    {
        var position = share * (sorted.Count - 1);
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (position - below));
    }
}
