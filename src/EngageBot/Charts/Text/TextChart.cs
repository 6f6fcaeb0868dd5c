using EngageBot.Charts.Drawing;
using EngageBot.Charts.Plots;

namespace EngageBot.Charts.Text;

/// <summary>Charts as lines of text, for a terminal or a code block in chat, where there can be no picture.</summary>
internal static class TextChart
{
    private const string NoData = "no data yet";
    private const string Shades = " ░▒▓█";

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

    public static string Histogram(Histogram chart, int width) => Lines(chart, width, columns =>
    {
        var sorted = chart.Usable;
        if (sorted.Count == 0)
        {
            return [];
        }

        var bins = HistogramBins.Of(sorted, 2);
        var most = bins.Max(bin => bin.Count);
        var rows = bins.Select(bin => new TextRow("to " + HumanNumber.Minutes(bin.To), bin.Count / (double)most, HumanNumber.Count(bin.Count), ""));
        var summary = $"median {HumanNumber.Minutes(chart.MedianOf(sorted))}, p90 {HumanNumber.Minutes(chart.Percentile90Of(sorted))}";
        return [.. TextRow.Write([.. rows], columns), summary];
    });

    public static string HourOfWeek(HourOfWeekChart chart, int width) => Lines(chart, width, columns =>
    {
        var grid = chart.Grid;
        if (grid.Count == 0)
        {
            return [];
        }

        var (min, max) = (grid.Values.Min(cell => cell.Value!.Value), grid.Values.Max(cell => cell.Value!.Value));
        var stride = columns >= 28 ? 1 : 2; // two hours to a column where it is tight
        IEnumerable<double> Known(int row, int column) =>
            Enumerable.Range(column * stride, stride).Select(hour => grid.GetValueOrDefault((row, hour))?.Value).OfType<double>();
        var rows = Enumerable.Range(0, 7).Select(row => HourOfWeekChart.DayName(row) + " "
            + string.Concat(Enumerable.Range(0, 24 / stride).Select(column => Shade(Known(row, column), min, max))));
        var hours = stride == 1 ? "    0     6     12    18" : "    0  6  12 18";
        return [hours, .. rows, $"░ {chart.Unit.FormatInWords(min)}  █ {chart.Unit.FormatInWords(max)}  · no data"];
    });

    public static string Network(NetworkChart chart, int width) => Lines(chart, width, columns =>
    {
        var selection = chart.Select();
        string NameOf(int node) => selection.Nodes[node].Name is { } name ? Label.Name(name) : "a member";
        var rows = selection.Links.Where(link => selection.Nodes[link.From].Name is not null && selection.Nodes[link.To].Name is not null).Take(10)
            .Select(link => Pair(NameOf(link.From), NameOf(link.To), link.IsMutual, HumanNumber.Count(link.Weight), columns));
        return selection.Nodes.Count == 0 ? [] : [.. rows, chart.Extent(selection)];
    });

    public static string Card(StatCard card, int width) => Lines(card, width, columns =>
    [
        .. card.Figures.Take(4).SelectMany(figure => Columns.Wrap($"{figure.Figure} {figure.Caption}", columns)),
        card.Lit is { } lit ? Columns.Bar(lit / 100.0, Math.Min(columns, 40)) : "",
        .. card.Lit is null ? [] : Columns.Wrap(card.DotCaption, columns),
    ]);

    private static char Shade(IEnumerable<double> values, double min, double max)
    {
        var known = values.ToList();
        var share = known.Count == 0 ? 0 : max > min ? (known.Average() - min) / (max - min) : 0.5;
        return known.Count == 0 ? '·' : Shades[1 + (int)Math.Round(Math.Clamp(share, 0, 1) * (Shades.Length - 2))];
    }

    private static string Pair(string from, string to, bool isMutual, string weight, int columns)
    {
        var most = (columns - DisplayWidth.Of(weight) - 5) / 2;
        return $"{Columns.Fit(from, most)} {(isMutual ? "↔" : "→")} {Columns.Fit(to, most)}  {weight}";
    }

    private static string Lines(Chart chart, int width, Func<int, IReadOnlyList<string>> body)
    {
        var columns = Math.Clamp(width, Columns.Least, Columns.Most);
        var lines = body(columns).Where(line => line.Length > 0).ToList();
        IEnumerable<string> all = [.. Columns.Wrap(chart.Title, columns), .. Columns.Wrap(chart.Caption, columns), .. lines.Count == 0 ? [NoData] : lines];
        return string.Join('\n', all.Select(line => Columns.Finish(line, columns)));
    }
}
