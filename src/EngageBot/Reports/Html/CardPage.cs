using EngageBot.Charts;
using EngageBot.Stats;

namespace EngageBot.Reports.Html;

/// <summary>A card to be posted as a picture: figures only. Nothing that names or quotes anybody is even given to it.</summary>
internal static class CardPage
{
    private const int MostFigures = 4;

    public static string Of(CommunityFigures figures) => HtmlPage.Of("How we answer each other – EngageBot", PageStyles.Card, html =>
    {
        using (html.In("main"))
        {
            html.Chart(Card(figures), "card");
            html.Say("p", "To save it as a picture, take a screenshot of the card: Windows + Shift + S, or on a Mac Shift + Command + 4. It follows your light or dark setting.");
        }
    });

    internal static StatCard Card(CommunityFigures figures) => new()
    {
        Title = "How we answer each other",
        Caption = figures.Messages == 0 ? string.Empty : Words.Span(figures.From, figures.To),
        AnsweredShare = Findings.Judged(figures.Posts) < Findings.EnoughForShare ? null : figures.Posts.ResponseRate,
        Figures =
        [
            .. new[]
                {
                    Findings.UnansweredQuestions(figures) is { } questions ? questions with { Words = questions.Words.Replace(" got", " here got", StringComparison.Ordinal) } : null,
                    Findings.FirstReply(figures),
                    Findings.OneWayChannels(figures),
                    Findings.OpenPosts(figures),
                    Findings.TwoWay(figures),
                }
                .OfType<Finding>().Take(MostFigures).Select(finding => new StatFigure(finding.Figure, finding.Words)),
        ],
    };
}
