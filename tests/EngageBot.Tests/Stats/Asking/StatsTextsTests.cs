using EngageBot.Outcomes;
using EngageBot.Stats;
using EngageBot.Stats.Asking;
using EngageBot.Stats.Daily;
using EngageBot.TestKit;
using EngageBot.Texts;

namespace EngageBot.Tests.Stats.Asking;

/// <summary>What figures say, and where they say that they are not enough.</summary>
public sealed class StatsTextsTests
{
    private static readonly TextBook English = TextBook.In("en");
    private static readonly StatsReader Moderator = new(28, Channel: null, IsForModerators: true, HidesFew: false);

    private static readonly ActionFigures Actions = new((3, 40), new EffectEstimate(new Share(300, 400), new Share(20, 50)))
    {
        Introductions = (new IntroductionFigures(7, 6, 5), new IntroductionFigures(2, 1, 0)),
        Connectors = ["ada"],
    };

    public static TheoryData<string> Languages => [.. TextBook.Languages];

    [Theory]
    [InlineData("Response rate", "Response rate: 80% (50%)")]
    [InlineData("Answered open posts", "Answered open posts that the team answered first: 25% (25%)")]
    [InlineData("Time to first response, median", "Time to first response, median: 1 h 31 min (1 h 31 min)")]
    [InlineData("Time to first response, nine", "Time to first response, nine in ten within: 26 h (26 h)")]
    [InlineData("Connectors", "Connectors: 4 (2), first of all ada")]
    [InlineData("Broadcasters", "Broadcasters: 1 (1)")]
    [InlineData("Newcomers", "Newcomers: 12 posted, 6 were answered, 3 of these came back (12 posted, 6 were answered, 3 of these came back)")]
    [InlineData("Times", "Times I asked somebody to answer: 3 (40)")]
    [InlineData("What asking", "What asking changes (90 days, against the hold-out): +35 answered of a hundred posts (95%: +20 to +48)")]
    [InlineData("Introductions", "Introductions: 7 made, 6 talked, 5 say that something came of it (2 made, 1 talked, 0 say that something came of it)")]
    public void Each_figure_stands_beside_the_one_before(string begin, string line) =>
        Assert.Equal($"• {line}", LineOf(new LiveFigures(Period(80), Period(50), HasTeam: true), Actions, Moderator, begin));

    [Theory]
    [InlineData("Connectors", "Connectors: fewer than five (fewer than five), first of all ada")]
    [InlineData("Broadcasters", "Broadcasters: fewer than five (fewer than five)")]
    [InlineData("Newcomers", "Newcomers: 12 posted, 6 were answered, fewer than five of these came back (12 posted, 6 were answered, fewer than five of these came back)")]
    [InlineData("Response rate", "Response rate: 80% (50%)")]
    public void Of_fewer_than_five_people_no_number_is_said_where_that_is_the_rule(string begin, string line) =>
        Assert.Equal($"• {line}", LineOf(new LiveFigures(Period(80), Period(50), HasTeam: true), Actions, Moderator with { HidesFew = true }, begin));

    [Theory]
    [InlineData("Response rate", "Response rate: not enough yet")]
    [InlineData("Answered open posts", "Answered open posts that the team answered first: not enough yet")]
    [InlineData("Time to first response, median", "Time to first response, median: not enough yet")]
    [InlineData("Two-way share", "Two-way share: not enough yet")]
    [InlineData("Reciprocity", "Reciprocity: not enough yet")]
    [InlineData("Newcomers", "Newcomers: not enough yet")]
    [InlineData("What asking", "What asking changes (90 days, against the hold-out): not enough yet")]
    [InlineData("Open posts", "Open posts: 17")]
    public void What_rests_on_too_little_is_not_said(string begin, string line)
    {
        var little = Period(80) with
        {
            Messages = 9, Posts = new PostFigures { Answered = 8, Unanswered = 1, NotObserved = 90 }, Times = ResponseTimes.Of(Enumerable.Repeat(TimeSpan.FromMinutes(3), 8)), Pairs = 9, InvitingAnswered = 9, Newcomers = default,
        };
        var actions = Actions with { Effect = new EffectEstimate(new Share(30, 40), new Share(5, 19)) };
        Assert.Equal($"• {line}", LineOf(new LiveFigures(little, Before: null, HasTeam: true), actions, Moderator, begin));
    }

    [Fact]
    public void Where_nobody_is_known_to_be_of_the_team_nothing_is_said_of_it() => Assert.EndsWith(
        "not enough yet", LineOf(new LiveFigures(Period(80), Period(50), HasTeam: false), Actions, Moderator, "Answered open posts"), StringComparison.Ordinal);

    [Theory, MemberData(nameof(Languages))]
    public void All_fits_into_one_message_in_every_language(string language)
    {
        var texts = TextBook.In(language);
        var figures = new LiveFigures(Period(80), Period(50), HasTeam: true);
        var text = StatsTexts.Of(figures, Actions with { Connectors = [new string('x', 90), new string('y', 90), new string('z', 90)] }, Moderator with { Channel = new string('c', 100) }, texts);
        Assert.InRange(text.Length, 500, 1_900); // Discord takes 2,000.
        Assert.InRange(StatsChart.InWords(Period(80), texts).Length, 20, 900);
        Assert.NotNull(StatsChart.Of(Period(80), 28, channel: null, texts));
    }

    [Theory]
    [InlineData("en", "80%", "15 Dec")]
    [InlineData("de", "80\u00A0%", "15. Dez.")]
    [InlineData("es", "80\u00A0%", "15 dic")]
    [InlineData("fr", "80\u00A0%", "15 déc.")]
    [InlineData("ja", "80%", "12月15日")]
    [InlineData("pt", "80%", "15 dez.")]
    public void Shares_and_days_are_written_as_in_the_language(string language, string share, string day)
    {
        var texts = TextBook.In(language);
        var period = Period(80) with { Points = [.. Enumerable.Range(0, 28).Select(number => new SummaryPoint(TestTime.Noon.AddDays(number - 28), Answered: 4, Judged: 5))] };
        Assert.Contains(share, StatsTexts.Of(new LiveFigures(period, Before: null, HasTeam: true), Actions, Moderator, texts), StringComparison.Ordinal);
        var picture = System.Net.WebUtility.HtmlDecode(StatsChart.Of(period, 28, channel: null, texts)!.ToSvg(new EngageBot.Charts.ChartLook(EngageBot.Charts.ChartTheme.Light)));
        Assert.Contains($">{share}<", picture, StringComparison.Ordinal);
        Assert.Contains($">{day}<", picture, StringComparison.Ordinal);
        Assert.Equal(language == "en", picture.Contains(" Dec<", StringComparison.Ordinal));
    }

    private static string LineOf(LiveFigures figures, ActionFigures actions, StatsReader reader, string begin) =>
        Assert.Single(StatsTexts.Of(figures, actions, reader, English).Split('\n'), line => line.StartsWith($"• {begin}", StringComparison.Ordinal));

    private static PeriodSummary Period(int answered) => new()
    {
        From = TestTime.Noon.AddDays(-28),
        To = TestTime.Noon,
        People = 60,
        Messages = 1_000,
        Posts = new PostFigures { Answered = answered, Unanswered = 100 - answered, NotObserved = 4 },
        Times = ResponseTimes.Of([.. Enumerable.Repeat(TimeSpan.FromMinutes(91), 80), .. Enumerable.Repeat(TimeSpan.FromHours(26), 20)]),
        TwoWayShare = 0.4,
        Pairs = 50,
        MutualPairs = 20,
        OpenPosts = 17,
        Broadcasters = 1,
        Connectors = new ConnectorFigures(answered / 20, []),
        InvitingAnswered = 40,
        AnsweredByTeam = 10,
        Newcomers = new NewcomerFigures(12, 6, 3),
        Points = [.. Enumerable.Range(0, 28).Select(day => new SummaryPoint(TestTime.Noon.AddDays(day - 28), 10 + (day % 7), 20 + (day % 5)))],
    };
}
