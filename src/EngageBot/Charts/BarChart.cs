using EngageBot.Charts.Drawing;
using EngageBot.Charts.Plots;
using EngageBot.Charts.Text;

namespace EngageBot.Charts;

/// <summary>Horizontal bars, largest first; what does not fit is told in one last line.</summary>
public sealed record BarChart : Chart
{
    public required ChartUnit Unit { get; init; }

    public required IReadOnlyList<Bar> Bars { get; init; }

    /// <summary>How many bars are shown.</summary>
    public int Top { get; init; } = 12;

    /// <summary>Keeps the order given instead of sorting by value.</summary>
    public bool KeepsOrder { get; init; }

    /// <summary>What there are more of: "channels".</summary>
    public string Noun { get; init; } = "channels";

    internal IReadOnlyList<Bar> Usable
    {
        get
        {
            var usable = Bars.Where(bar => HumanNumber.Usable(bar.Value) is not null).Select(bar => bar with { Value = HumanNumber.Usable(bar.Value)!.Value });
            return [.. KeepsOrder ? usable : usable.OrderByDescending(bar => bar.Value).ThenBy(bar => bar.Label, StringComparer.Ordinal)];
        }
    }

    internal IReadOnlyList<Bar> Shown => [.. Usable.Take(Math.Max(1, Top))];

    /// <summary>The line for the others. Counts can be added; shares and medians cannot, so their range is told.</summary>
    internal string Others
    {
        get
        {
            var others = Usable.Skip(Math.Max(1, Top)).Select(bar => bar.Value).ToList();
            return others.Count == 0 ? ""
                : Unit.IsCount ? $"{HumanNumber.Counted(others.Count, "more " + Noun)}: {Unit.FormatInWords(others.Sum())}"
                : $"{HumanNumber.Counted(others.Count, "more " + Noun)}: {Unit.Format(others.Min())} to {Unit.Format(others.Max())}";
        }
    }

    /// <summary>What the full length stands for: 100% where shares are large, else a little more than the largest value.</summary>
    internal double Full
    {
        get
        {
            var largest = Shown.Count == 0 ? 0 : Shown.Max(bar => bar.Value);
            return Unit.IsPercent && largest is > 40 and <= 100 ? 100 : largest > 0 ? largest : 1;
        }
    }

    public override string ToText(int width) => TextChart.Bars(this, width);

    private protected override double Draw(Canvas canvas)
    {
        var top = canvas.Header(Title, Caption);
        return Shown.Count == 0 ? canvas.Empty(top) : new BarPlot(this, canvas, top).Draw();
    }

    private protected override string Describe()
    {
        var bars = Shown.Select(bar => $"{Label.Isolate(bar.Label)} {Unit.FormatInWords(bar.Value)}");
        return Shown.Count == 0 ? "Bar chart: no data yet." : $"Bar chart. {string.Join("; ", bars)}.{(Others.Length > 0 ? $" {Others}." : "")}";
    }
}
