using EngageBot.Charts;
using EngageBot.Dashboard;
using EngageBot.Stats;
using EngageBot.Stats.Asking;
using EngageBot.Stats.Daily;
using EngageBot.TestKit;
using EngageBot.Texts;

namespace EngageBot.Tests.Stats.Asking;

/// <summary>Figures over time, with what changed.</summary>
public sealed class OverviewChartsTests
{
    private static readonly TextBook English = TextBook.In("en");

    public static TheoryData<string> Languages => [.. TextBook.Languages];

    [Fact]
    public void Each_figure_goes_over_both_periods_and_says_how_it_changed()
    {
        var pictures = OverviewCharts.Of(new LiveFigures(Period(0, 70), Period(-28, 50), HasTeam: true), 28, FigurePages.Definitions(English), English);
        Assert.Equal(
            ["70% in the last 28 days, 50% in the 28 days before (+20 points)", "30 min in the last 28 days, 50 min in the 28 days before (−40%)", "35% in the last 28 days, 25% in the 28 days before (+10 points)"],
            pictures.Select(picture => picture.Change));
        var rate = Assert.IsType<TimeSeriesChart>(pictures[0].Chart);
        Assert.Equal([50, 50, 50, 50, 70, 70, 70, 70], rate.Series[0].Points.Select(point => point.Value!.Value));
        Assert.Equal(rate.Series[0].Points.Select(point => point.At).Order(), rate.Series[0].Points.Select(point => point.At));
        Assert.Equal([50, 30], ((TimeSeriesChart)pictures[1].Chart).Series[0].Points.Select(point => point.Value!.Value).Distinct());
        Assert.Equal([25, 35], ((TimeSeriesChart)pictures[2].Chart).Series[0].Points.Select(point => point.Value!.Value).Distinct());
        Assert.Contains("Response rate: 50% at first, 70% at last, 50% at the lowest and 70% at the highest.", rate.ToSvg(new ChartLook(ChartTheme.Page)), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_known_of_the_time_before_that_is_said()
    {
        var pictures = OverviewCharts.Of(new LiveFigures(Period(0, 70), Before: null, HasTeam: true), 28, FigurePages.Definitions(English), English);
        Assert.Equal("70% in the last 28 days; of the time before too little is known", pictures[0].Change);
        Assert.Equal(4, ((TimeSeriesChart)pictures[0].Chart).Series[0].Points.Count);
    }

    [Fact]
    public void Points_that_rest_on_too_little_are_left_out_and_pictures_without_a_line_too()
    {
        var period = Period(0, 70);
        SummaryPoint[] few = [.. period.Points.Select(point => point with { Judged = 2, Answered = 1, Times = ResponseTimes.Of([TimeSpan.FromMinutes(5)]), Messages = 12, TwoWay = 6 })];
        var pictures = OverviewCharts.Of(new LiveFigures(period with { Points = few }, Before: null, HasTeam: true), 28, FigurePages.Definitions(English), English);
        Assert.Equal([English["stats.two-way"]], pictures.Select(picture => picture.Chart.Title));
        Assert.Empty(OverviewCharts.Of(new LiveFigures(period with { Points = [few[0]] }, Before: null, HasTeam: true), 28, FigurePages.Definitions(English), English));
    }

    [Theory]
    [InlineData(7, 1)]
    [InlineData(27, 1)]
    [InlineData(28, 7)]
    [InlineData(210, 7)]
    [InlineData(365, 28)]
    public void Points_are_days_weeks_or_four_weeks(int days, int point) => Assert.Equal(TimeSpan.FromDays(point), OverviewCharts.PointOf(days));

    [Theory, MemberData(nameof(Languages))]
    public void The_definition_is_that_of_the_figure_and_all_is_in_one_language(string language)
    {
        var texts = TextBook.In(language);
        var pictures = OverviewCharts.Of(new LiveFigures(Period(0, 70), Period(-28, 50), HasTeam: true), 28, FigurePages.Definitions(texts), texts);
        Assert.Equal([texts["stats.rate"], texts["dashboard.chart.times"], texts["stats.two-way"]], pictures.Select(picture => picture.Chart.Title));
        Assert.StartsWith(texts["stats.rate"], pictures[0].Definition, StringComparison.Ordinal);
        Assert.StartsWith(texts["dashboard.chart.times"], pictures[1].Definition, StringComparison.Ordinal);
        foreach (var english in language == "en" ? [] : (string[])["Answered:", "Median:", "posts", "week of", "no data", "Line chart"])
        {
            Assert.All(pictures, picture => Assert.DoesNotContain(english, picture.Chart.ToSvg(new ChartLook(ChartTheme.Page)), StringComparison.Ordinal));
        }
    }

    /// <summary>Four weeks from a day on, each like the others.</summary>
    private static PeriodSummary Period(int from, int answered) => new()
    {
        From = TestTime.Noon.AddDays(from),
        To = TestTime.Noon.AddDays(from + 28),
        People = 60,
        Messages = 1_000,
        Posts = new PostFigures { Answered = answered, Unanswered = 100 - answered, NotObserved = 0 },
        Times = TimesOf(answered),
        TwoWayShare = answered / 200.0,
        Pairs = 50,
        MutualPairs = 20,
        OpenPosts = 17,
        Broadcasters = 1,
        Connectors = new ConnectorFigures(0, []),
        InvitingAnswered = 40,
        AnsweredByTeam = 10,
        Newcomers = default,
        Points = [.. Enumerable.Range(0, 4).Select(week => new SummaryPoint(TestTime.Noon.AddDays(from + (7 * week)), answered, 100) { Times = TimesOf(answered), Messages = 200, TwoWay = answered })],
    };

    private static ResponseTimes TimesOf(int answered) => ResponseTimes.Of(Enumerable.Repeat(TimeSpan.FromMinutes(100 - answered), 20))!;
}
