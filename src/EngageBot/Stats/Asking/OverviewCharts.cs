using System.Globalization;
using EngageBot.Charts;
using EngageBot.Stats.Daily;
using EngageBot.Texts;

namespace EngageBot.Stats.Asking;

/// <summary>How figures went over two periods, point by point, as pictures; those of which too little is known are left out.</summary>
internal static class OverviewCharts
{
    /// <summary>A point that rests on fewer posts is left out.</summary>
    private const int FewestPosts = 3;

    /// <summary>A point that rests on fewer messages is left out.</summary>
    private const int FewestMessages = 10;

    private const int Week = 7;
    private const int ManyWeeks = 210;

    /// <summary>How long a point is: days where there are few, weeks, and four weeks each where there would be too many.</summary>
    public static TimeSpan PointOf(int days) => TimeSpan.FromDays(days < 4 * Week ? 1 : days <= ManyWeeks ? Week : 4 * Week);

    /// <param name="figures">With points of that length.</param>
    /// <param name="definitions">What posts, the rate, times and the two-way share mean, in this order.</param>
    public static IReadOnlyList<OverviewPicture> Of(LiveFigures figures, int days, IReadOnlyList<string> definitions, TextBook texts)
    {
        SummaryPoint[] points = [.. figures.Before?.Points ?? [], .. figures.Now.Points];
        var step = PointOf(days);
        var caption = texts.Of(
            figures.Before is null ? "dashboard.chart.caption" : "dashboard.chart.caption.both",
            ("point", texts[$"dashboard.chart.point.{step.TotalDays.ToString(CultureInfo.InvariantCulture)}"]),
            ("days", days.ToString(CultureInfo.InvariantCulture)));
        (TimeSeriesChart Chart, string Change)[] all =
        [
            (Rates(points, texts), Change(figures, one => Rated(one) ? 100 * one.Posts.ResponseRate : null, ChartUnit.Percent, days, texts)),
            (Times(points, texts), Change(figures, one => one.Times is { Answered: >= StatsTexts.Fewest } times ? times.Median.TotalMinutes : null, ChartUnit.Minutes, days, texts)),
            (Talk(points, texts), Change(figures, one => one.Messages >= StatsTexts.Fewest ? 100 * one.TwoWayShare : null, ChartUnit.Percent, days, texts)),
        ];
        return
        [
            .. all.Zip(definitions.Skip(1), (one, definition) => new OverviewPicture(Finished(one.Chart, caption, step, texts), one.Change, definition))
                .Where(picture => ((TimeSeriesChart)picture.Chart).Series[0].Points.Count(point => point.Value is not null) > 1),
        ];
    }

    private static TimeSeriesChart Rates(SummaryPoint[] points, TextBook texts) => new()
    {
        Title = texts["stats.rate"],
        Unit = ChartUnit.Percent,
        Series = [Line(texts["stats.chart.series"], points, Rate)],
        Counts = [.. points.Select(point => new TimePoint(point.From, point.Judged))],
        CountCaption = texts.Of("stats.chart.posts", ("most", Most(points, point => point.Judged))),
    };

    private static TimeSeriesChart Times(SummaryPoint[] points, TextBook texts) => new()
    {
        Title = texts["dashboard.chart.times"],
        Unit = ChartUnit.Minutes,
        IsLogarithmic = true,
        Series =
        [
            Line(texts["dashboard.chart.median"], points, point => Timed(point)?.Median.TotalMinutes),
            Line(texts["dashboard.chart.p90"], points, point => Timed(point)?.P90.TotalMinutes),
        ],
    };

    private static TimeSeriesChart Talk(SummaryPoint[] points, TextBook texts) => new()
    {
        Title = texts["stats.two-way"],
        Unit = ChartUnit.Percent,
        Series = [Line(texts["dashboard.chart.two-way"], points, TwoWay)],
        Counts = [.. points.Select(point => new TimePoint(point.From, point.Messages))],
        CountNoun = "messages",
        CountCaption = texts.Of("dashboard.chart.messages", ("most", Most(points, point => point.Messages))),
    };

    private static TimeSeriesChart Finished(TimeSeriesChart chart, string caption, TimeSpan step, TextBook texts) => chart with
    {
        Caption = caption,
        Unit = chart.Unit.Equals(ChartUnit.Percent) ? ChartUnit.PercentAs(number => WrittenForms.Percent(number, texts)) : chart.Unit,
        Calendar = new ChartCalendar(at => WrittenForms.Day(at, texts), at => WrittenForms.Month(at, texts)),
        Step = step,
        Alt = InWords(chart.Title, chart.Series[0].Points, chart.Unit, texts),
        HasTips = texts.Language == TextBook.DefaultLanguage,
    };

    private static string Most(SummaryPoint[] points, Func<SummaryPoint, int> count) => points.Select(count).DefaultIfEmpty().Max().ToString(CultureInfo.InvariantCulture);

    private static TimeSeries Line(string name, IEnumerable<SummaryPoint> points, Func<SummaryPoint, double?> value) =>
        new(name, [.. points.Select(point => new TimePoint(point.From, value(point)))]);

    private static double? Rate(SummaryPoint point) => point.Judged < FewestPosts ? null : 100.0 * point.Answered / point.Judged;

    private static ResponseTimes? Timed(SummaryPoint point) => point.Times is { Answered: >= FewestPosts } times ? times : null;

    private static double? TwoWay(SummaryPoint point) => point.Messages < FewestMessages ? null : 100.0 * point.TwoWay / point.Messages;

    private static bool Rated(PeriodSummary period) => period.Posts.Answered + period.Posts.Unanswered >= StatsTexts.Fewest;

    /// <summary>For who cannot see it.</summary>
    private static string InWords(string title, IReadOnlyList<TimePoint> points, ChartUnit unit, TextBook texts)
    {
        double[] values = [.. points.Select(point => point.Value).OfType<double>()];
        return values.Length == 0 ? title : texts.Of(
            "dashboard.chart.alt",
            ("title", title),
            ("first", unit.Format(values[0])),
            ("last", unit.Format(values[^1])),
            ("lowest", unit.Format(values.Min())),
            ("highest", unit.Format(values.Max())));
    }

    private static string Change(LiveFigures figures, Func<PeriodSummary, double?> value, ChartUnit unit, int days, TextBook texts)
    {
        var (now, before) = (value(figures.Now), figures.Before is { } earlier ? value(earlier) : null);
        var written = days.ToString(CultureInfo.InvariantCulture);
        return now is not { } current ? texts["stats.not-yet"]
            : before is not { } past ? texts.Of("dashboard.change.none", ("now", unit.Format(current)), ("days", written))
            : texts.Of("dashboard.change", ("now", unit.Format(current)), ("before", unit.Format(past)), ("days", written), ("change", Difference(current, past, unit, texts)));
    }

    /// <summary>Of shares in points, of times in percent.</summary>
    private static string Difference(double now, double before, ChartUnit unit, TextBook texts) => unit.Equals(ChartUnit.Percent)
        ? texts.Of("dashboard.change.points", ("points", Signed(now - before)))
        : before > 0 ? $"{Signed(100 * (now - before) / before)}%" : "–";

    private static string Signed(double number) => Math.Round(number, MidpointRounding.AwayFromZero).ToString("+0;−0;±0", CultureInfo.InvariantCulture);
}
