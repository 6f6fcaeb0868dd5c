using EngageBot.Charts.Drawing;

namespace EngageBot.Charts.Text;

/// <summary>A series as one line: its name, a sparkline, its last value.</summary>
internal static class TextSeries
{
    public static string Write(TimeSeriesChart chart, TimeSeries series, IReadOnlyList<DateTimeOffset> times, int columns)
    {
        var values = series.Points.ToDictionary(point => point.At, point => point.Value);
        var last = series.Points.Last(point => point.Value is not null).Value!.Value;
        var known = chart.Usable.Max(one => DisplayWidth.Of(Label.Name(one.Name)));
        var name = Math.Min(known, columns / 3);
        var room = columns - name - 2 - 8;
        var steps = Thin([.. Places(chart, times).Select(at => values.GetValueOrDefault(at))], room);
        var spark = Columns.Sparkline(steps, series.Points.Max(point => point.Value ?? 0));
        return $"{Columns.Left(Label.Name(series.Name), name)} {spark} {chart.Unit.Format(last)}";
    }

    /// <summary>The times there are, and those that are missing between them.</summary>
    private static IEnumerable<DateTimeOffset> Places(TimeSeriesChart chart, IReadOnlyList<DateTimeOffset> times)
    {
        var step = chart.StepOf(times);
        for (var index = 0; index < times.Count; index++)
        {
            yield return times[index];
            var missing = index + 1 == times.Count ? 0 : (int)Math.Min(1000, Math.Round((times[index + 1] - times[index]) / step) - 1);
            for (var gap = 1; gap <= missing; gap++)
            {
                yield return times[index] + (step * gap);
            }
        }
    }

    /// <summary>Neighbours are averaged where there are more values than columns.</summary>
    private static List<double?> Thin(List<double?> values, int most) => values.Count <= most ? values
        : [.. Enumerable.Range(0, most).Select(column => values[(column * values.Count / most)..((column + 1) * values.Count / most)].Average())];
}
