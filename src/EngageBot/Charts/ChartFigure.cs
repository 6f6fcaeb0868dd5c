namespace EngageBot.Charts;

/// <summary>
/// A chart for a web page, in two widths of which <see cref="ChartStyles"/> shows the one that fits: a picture made for a desk and shrunk to a
/// telephone could not be read, and only the browser knows how wide it is.
/// </summary>
public static class ChartFigure
{
    /// <param name="chart">What to show.</param>
    /// <param name="id">Only needed where one page shows the very same chart twice.</param>
    public static string ToHtml(Chart chart, string? id = null)
    {
        if (chart.FixedWidth is not null)
        {
            return $"""<figure class="chart-figure">{chart.ToSvg(new ChartLook(ChartTheme.Page, Id: id))}</figure>""";
        }

        var wide = chart.ToSvg(new ChartLook(ChartTheme.Page, ChartLook.Wide, id is null ? null : id + "-wide"));
        var narrow = chart.ToSvg(new ChartLook(ChartTheme.Page, ChartLook.Narrow, id is null ? null : id + "-narrow"));
        return $"""<figure class="chart-figure"><div class="chart-wide">{wide}</div><div class="chart-narrow">{narrow}</div></figure>""";
    }
}
