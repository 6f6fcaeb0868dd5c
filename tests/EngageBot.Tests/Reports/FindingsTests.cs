using EngageBot.Introductions.Outcomes;
using EngageBot.Reports;
using EngageBot.Reports.Html;

namespace EngageBot.Tests.Reports;

public sealed class FindingsTests
{
    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(1, 0, "The only post got an answer")]
    [InlineData(0, 1, "The only post got no answer")]
    [InlineData(3, 7, "3 of 10 posts got an answer")]
    [InlineData(19, 0, "19 of 19 posts got an answer")]
    [InlineData(9, 11, "45% of 20 posts got an answer")]
    [InlineData(1_999, 1, "99.9% of 2,000 posts got an answer")]
    public void Shares_are_told_only_where_there_is_enough(int answered, int unanswered, string? expected) =>
        Assert.Equal(expected, Findings.AnsweredPosts(AReport.Full().Figures with { Posts = AReport.Posts(answered, unanswered) })?.ToString());

    [Theory]
    [InlineData(0, 1, "The only question got no answer")]
    [InlineData(1, 0, "The only question got an answer")]
    [InlineData(58, 42, "42% of 100 questions got no answer")]
    public void Of_questions_those_without_an_answer_are_told(int answered, int unanswered, string expected) =>
        Assert.Equal(expected, Findings.UnansweredQuestions(AReport.Full().Figures with { Questions = AReport.Posts(answered, unanswered) })?.ToString());

    [Fact]
    public void What_introduced_people_say_came_of_it_leads()
    {
        Assert.Null(Findings.Outcomes(new ConfirmedOutcomes(4, 0, 0, 0)));
        Assert.Equal("1 of 1 introduction led to something: 1 met", Findings.Outcomes(new ConfirmedOutcomes(1, 0, 1, 0))!.ToString());
        var report = AReport.Full() with { Outcomes = new ConfirmedOutcomes(7, 1, 0, 2) };
        const string Led = "3 of 7 introductions led to something: 1 helped, 2 made or changed something";
        Assert.Equal(Led, Findings.Of(report).First().ToString());
        var page = ReportPage.Of(report);
        Assert.InRange(page.IndexOf("3 of 7", StringComparison.Ordinal), 1, page.IndexOf("got an answer", StringComparison.Ordinal));
    }

    [Fact]
    public void Nine_in_ten_are_told_only_of_ten()
    {
        Assert.Null(Findings.NineInTen(AReport.Times(9)));
        Assert.Equal("nine in ten within 2 h", Findings.NineInTen(AReport.Times(10)));
        Assert.Null(Findings.NineInTen(null));
    }

    [Fact]
    public void What_does_not_exist_is_not_told()
    {
        var figures = AReport.Empty().Figures;

        Assert.All(
            new[]
            {
                Findings.AnsweredPosts(figures), Findings.UnansweredQuestions(figures), Findings.FirstReply(figures), Findings.OpenPosts(figures),
                Findings.OneWayChannels(figures), Findings.TwoWay(figures), Findings.Reciprocity(figures.Network), Findings.Broadcasters(figures),
            },
            Assert.Null);
        Assert.Equal("no messages", Findings.Extent(figures));
    }

    [Fact]
    public void One_is_not_many()
    {
        var figures = AReport.Full().Figures with { OpenPosts = 1, Broadcasters = 1, Times = AReport.Times(1) };

        Assert.Equal("1 post still waits for a first reply", Findings.OpenPosts(figures)!.ToString());
        Assert.Equal("1 person only broadcasts", Findings.Broadcasters(figures)!.ToString());
        Assert.Equal("8 min until the only first reply", Findings.FirstReply(figures)!.ToString());
        Assert.Equal("1 message by 1 person in 1 channel", Findings.Extent(AReport.OfOneMessage().Figures));
    }
}
