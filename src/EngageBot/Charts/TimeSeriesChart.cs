using EngageBot.Charts.Drawing;
using EngageBot.Charts.Plots;
using EngageBot.Charts.Text;

namespace EngageBot.Charts;

/// <summary>One or two measures over time, with gaps where nothing was measured, and if wanted how many things they were measured on.</summary>
public sealed record TimeSeriesChart : Chart
{
    private const double GapAfterSteps = 1.5;

    public required ChartUnit Unit { get; init; }

    /// <summary>One or two; the first is the one that matters.</summary>
    public required IReadOnlyList<TimeSeries> Series { get; init; }

    /// <summary>Drawn as bars underneath: how many posts each value stands for.</summary>
    public IReadOnlyList<TimePoint> Counts { get; init; } = [];

    public string CountNoun { get; init; } = "posts";

    /// <summary>What is written over the bars; without it the noun and the largest number, in English.</summary>
    public string? CountCaption { get; init; }

    public ChartCalendar Calendar { get; init; } = ChartCalendar.English;

    /// <summary>For times that differ by orders of magnitude, such as a median and a p90. Ignored for other units.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>From one point to the next; where it is not given, the shortest distance found.</summary>
    public TimeSpan? Step { get; init; }

    internal bool HasLogarithmicAxis => IsLogarithmic && Unit.IsTime;

    internal IReadOnlyList<TimeSeries> Usable =>
        [.. Series.Take(2).Select(series => series with { Points = Sorted(series.Points) })
            .Where(series => series.Points.Any(point => point.Value is not null))];

    internal IReadOnlyList<TimePoint> UsableCounts => Sorted(Counts);

    internal TimeSpan StepOf(IReadOnlyList<DateTimeOffset> times)
    {
        if (Step is { } step && step > TimeSpan.Zero)
        {
            return step;
        }

        return times.Count < 2 ? TimeSpan.FromDays(7) : times.Zip(times.Skip(1), (one, next) => next - one).Min();
    }

    /// <summary>The stretches between which there is no data.</summary>
    internal static IReadOnlyList<IReadOnlyList<TimePoint>> Stretches(IReadOnlyList<TimePoint> points, TimeSpan step)
    {
        var stretches = new List<List<TimePoint>>();
        TimePoint? last = null;
        foreach (var point in points)
        {
            if (point.Value is not null)
            {
                if (last?.Value is null || point.At - last.At > step * GapAfterSteps)
                {
                    stretches.Add([]);
                }

                stretches[^1].Add(point);
            }

            last = point;
        }

        return stretches;
    }

    public override string ToText(int width) => TextChart.TimeSeries(this, width);

    private protected override double Draw(Canvas canvas)
    {
        var top = canvas.Header(Title, Caption);
        return Usable.Count == 0 ? canvas.Empty(top) : new TimeSeriesPlot(this, canvas, top).Draw();
    }

    private protected override string Describe()
    {
        var sentences = Usable.Select(series =>
        {
            var known = series.Points.Where(point => point.Value is not null).ToList();
            return $"{Label.Isolate(series.Name)}, {TimeNames.Range(known[0].At, known[^1].At)}: last {Unit.FormatInWords(known[^1].Value!.Value)}, " +
                $"lowest {Unit.FormatInWords(known.Min(point => point.Value!.Value))}, highest {Unit.FormatInWords(known.Max(point => point.Value!.Value))}.";
        });
        return Usable.Count == 0 ? "Line chart: no data yet." : "Line chart. " + string.Join(' ', sentences);
    }

    /// <summary>What lies far outside of any chat's time is an error in the data, and would press all else into one pixel.</summary>
    private static List<TimePoint> Sorted(IReadOnlyList<TimePoint> points) =>
        [.. points.Where(point => point.At.Year is >= 1900 and <= 2200).DistinctBy(point => point.At).OrderBy(point => point.At)
            .Select(point => point with { Value = HumanNumber.Usable(point.Value) })];
}
