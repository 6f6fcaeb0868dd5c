using EngageBot.Charts;
using EngageBot.Stats;

namespace EngageBot.Reports.Html;

/// <summary>Response rate and time to first reply, period by period.</summary>
internal static class OverTimeSection
{
    private const int FewestPeriods = 5;

    public static void Write(HtmlWriter html, ReplayReport report)
    {
        var figures = report.Figures;
        var rates = figures.Periods.Count(period => period.Posts.ResponseRate is not null);
        var times = figures.Periods.Count(period => period.Times is not null);
        if (rates >= FewestPeriods)
        {
            html.Chart(RateChart(figures), "rate");
        }

        if (times >= FewestPeriods)
        {
            html.Chart(TimesChart(figures), "times");
        }

        if (rates < FewestPeriods)
        {
            html.Say("p", "There is too little for a picture over time.", ("class", "quiet"));
        }

        if (figures.Periods.Count > 0)
        {
            using var fold = html.In("details", ("class", "more"));
            html.Say("summary", $"The figures per {Name(figures.PeriodLength)}");
            WriteTable(html, figures);
        }
    }

    private static TimeSeriesChart RateChart(CommunityFigures figures) => new()
    {
        Title = "How many posts get an answer",
        Caption = $"Response rate per {Name(figures.PeriodLength)}, with the number of posts below",
        Unit = ChartUnit.Percent,
        Series = [new("response rate", [.. figures.Periods.Select(period => new TimePoint(period.From, period.Posts.ResponseRate * 100))])],
        Counts = [.. figures.Periods.Select(period => new TimePoint(period.From, Findings.Judged(period.Posts)))],
        Step = Step(figures.PeriodLength),
    };

    private static TimeSeriesChart TimesChart(CommunityFigures figures) => new()
    {
        Title = "How long a first reply takes",
        Caption = $"Median, and the time nine in ten kept (p90), per {Name(figures.PeriodLength)}",
        Unit = ChartUnit.Minutes,
        IsLogarithmic = true,
        Series =
        [
            new("median", [.. figures.Periods.Select(period => new TimePoint(period.From, period.Times?.Median.TotalMinutes))]),
            new("nine in ten", [.. figures.Periods.Select(period => new TimePoint(period.From, period.Times?.P90.TotalMinutes))]),
        ],
        Step = Step(figures.PeriodLength),
    };

    private static void WriteTable(HtmlWriter html, CommunityFigures figures) =>
        DataTable.Write(html, $"Figures per {Name(figures.PeriodLength)}, UTC", figures.Periods,
        [
            new(Words.Capital(Name(figures.PeriodLength)), period => figures.PeriodLength == PeriodLength.Month ? Words.Month(period.From) : Words.Day(period.From), IsText: true),
            new("Messages", period => Words.Number(period.Messages)),
            .. PostColumns.Main<PeriodFigures>(period => period.Posts, period => period.Times),
            .. PostColumns.More<PeriodFigures>(period => period.Posts, period => period.Times),
        ]);

    private static string Name(PeriodLength length) => length switch
    {
        PeriodLength.Day => "day",
        PeriodLength.Week => "week from Monday",
        _ => "month",
    };

    private static TimeSpan Step(PeriodLength length) => TimeSpan.FromDays(length switch
    {
        PeriodLength.Day => 1,
        PeriodLength.Week => 7,
        _ => 30.5,
    });
}
