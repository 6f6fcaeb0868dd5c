using EngageBot.Charts.Drawing;

namespace EngageBot.Charts.Text;

/// <summary>Charts as lines of text, for a terminal or a code block in chat, where there can be no picture.</summary>
internal static class TextChart
{
    private const string NoData = "no data yet";

    public static string Bars(BarChart chart, int width)
    {
        var rows = chart.Shown.Select(bar => new TextRow(bar.Label, bar.Value / chart.Full, chart.Unit.Format(bar.Value), Label.Clean(bar.Note)));
        return Lines(chart, width, columns => [.. TextRow.Write([.. rows], columns), chart.Others]);
    }

    public static string TimeSeries(TimeSeriesChart chart, int width) => Lines(chart, width, columns =>
    {
        var series = chart.Usable;
        var times = series.SelectMany(one => one.Points).Select(point => point.At).Distinct().Order().ToList();
        return series.Count == 0 ? [] : [.. series.Select(one => TextSeries.Write(chart, one, times, columns)), TimeNames.Range(times[0], times[^1])];
    });

    private static string Lines(Chart chart, int width, Func<int, IReadOnlyList<string>> body)
    {
        var columns = Math.Clamp(width, Columns.Least, Columns.Most);
        var lines = body(columns).Where(line => line.Length > 0).ToList();
        IEnumerable<string> all = [.. Columns.Wrap(chart.Title, columns), .. Columns.Wrap(chart.Caption, columns), .. lines.Count == 0 ? [NoData] : lines];
        return string.Join('\n', all.Select(line => Columns.Finish(line, columns)));
    }
}
