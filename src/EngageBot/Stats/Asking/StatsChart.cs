using System.Globalization;
using EngageBot.Charts;
using EngageBot.Chat;
using EngageBot.Stats.Daily;
using EngageBot.Texts;

namespace EngageBot.Stats.Asking;

/// <summary>The response rate over a period as a picture, and the picture in words.</summary>
internal static class StatsChart
{
    /// <summary>A point of fewer posts is left out.</summary>
    private const int Fewest = 3;

    /// <summary>Null where there is no line to draw.</summary>
    /// <param name="channel">What the channel is called, where it is about one.</param>
    public static TimeSeriesChart? Of(PeriodSummary period, int days, string? channel, TextBook texts)
    {
        var points = period.Points.Select(point => new TimePoint(point.From, Value(point))).ToList();
        return points.Count(point => point.Value is not null) < 2 ? null : new TimeSeriesChart
        {
            Title = texts["stats.chart"],
            Caption = channel is null
                ? texts.Of("stats.chart.caption", ("days", Written(days)))
                : texts.Of("stats.chart.caption.channel", ("days", Written(days)), ("channel", Excerpt.Of(channel.TrimStart('#')))),
            Unit = ChartUnit.PercentAs(number => WrittenForms.Percent(number, texts)),
            Calendar = new ChartCalendar(at => WrittenForms.Day(at, texts), at => WrittenForms.Month(at, texts)),
            Series = [new TimeSeries(texts["stats.chart.series"], points)],
            Counts = [.. period.Points.Select(point => new TimePoint(point.From, point.Judged))],
            CountCaption = texts.Of("stats.chart.posts", ("most", Written(period.Points.Max(point => point.Judged)))),
            Step = points[1].At - points[0].At,
        };
    }

    /// <summary>For who cannot see it.</summary>
    public static string InWords(PeriodSummary period, TextBook texts)
    {
        var values = period.Points.Select(Value).OfType<double>().ToList();
        return texts.Of("stats.chart.alt", ("first", Rounded(values[0])), ("last", Rounded(values[^1])), ("lowest", Rounded(values.Min())), ("highest", Rounded(values.Max())));
    }

    private static double? Value(SummaryPoint point) => point.Judged < Fewest ? null : 100.0 * point.Answered / point.Judged;

    private static string Rounded(double percent) => Math.Round(percent).ToString(CultureInfo.InvariantCulture);

    private static string Written(long count) => count.ToString(CultureInfo.InvariantCulture);
}
