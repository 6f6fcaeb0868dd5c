using EngageBot.Reports.Html;

namespace EngageBot.Tests.Reports.Html;

public sealed class CardPageTests
{
    [Fact]
    public void A_card_holds_no_name_no_text_and_no_id()
    {
        var report = AReport.Full("Marker", "what Marker wrote");
        var card = CardPage.Of(report.Figures);

        Assert.Contains("Marker", ReportPage.Of(report), StringComparison.Ordinal);
        Assert.DoesNotMatch("Marker|news|wrote|-id", Page.Parse(card).ToString().Split("</style>")[1]);
        Assert.DoesNotContain("Marker", card, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_says_the_figures_that_matter()
    {
        var words = Page.Parse(CardPage.Of(AReport.Full().Figures)).All("desc").Single().Value;

        Assert.Equal(
            "42% of 184 questions here got no answer. 8.4 min until a first reply, at the median. 1 channel is one-way: members only listen. " +
            "84 posts still wait for a first reply. 45 in 100 posts got an answer.",
            words);
    }

    [Fact]
    public void What_is_not_known_is_left_out()
    {
        var figures = AReport.OfOneMessage().Figures;

        Assert.Empty(CardPage.Card(figures).Figures);
        Assert.Null(CardPage.Card(figures).AnsweredShare);
    }

    [Fact]
    public void Few_posts_are_not_told_as_a_share_of_a_hundred()
    {
        var figures = AReport.Full().Figures with { Posts = AReport.Posts(3, 7) };

        Assert.Null(CardPage.Card(figures).AnsweredShare);
    }

    [Fact]
    public void An_empty_history_gives_a_card_that_says_so()
    {
        var page = Page.Parse(CardPage.Of(AReport.Empty().Figures));

        Assert.Contains("no data yet", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotMatch("NaN|9999|0001", page.Words());
    }

    [Fact]
    public void A_card_says_how_to_make_a_picture_of_it() =>
        Assert.Contains("take a screenshot", Page.Parse(CardPage.Of(AReport.Full().Figures)).Words(), StringComparison.Ordinal);
}
