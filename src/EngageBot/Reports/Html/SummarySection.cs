using EngageBot.Stats;

namespace EngageBot.Reports.Html;

/// <summary>The few figures that matter, as sentences.</summary>
internal static class SummarySection
{
    public static void Write(HtmlWriter html, ReplayReport report)
    {
        var figures = report.Figures;
        if (Findings.Outcomes(report.Outcomes) is { } outcomes)
        {
            using (html.In("p", ("class", "lead")))
            {
                html.Say("strong", outcomes.Figure).Text(" " + outcomes.Words + ".");
            }
        }

        if (Findings.AnsweredPosts(figures) is not { } answered)
        {
            html.Say("p", NothingToSay(figures.Posts), ("class", "lead"));
        }
        else
        {
            using var panel = html.In("div", ("class", "panel hero"));
            WriteHeadline(html, figures, answered);
            DotGrid.Write(html, figures.Posts);
        }

        WriteFacts(html, report);
    }

    private static string NothingToSay(PostFigures posts) => posts.Posts == 0
        ? "Nobody started a conversation in this history, so there is nothing to measure yet."
        : $"{Words.Counted(posts.Posts, "post")}, but the history ends too soon to say whether anybody answered.";

    private static void WriteHeadline(HtmlWriter html, CommunityFigures figures, Finding answered)
    {
        using (html.In("ul", ("class", "headline")))
        {
            WriteFinding(html, answered, Definitions.ResponseRate);
            if (Findings.UnansweredQuestions(figures) is { } questions)
            {
                WriteFinding(html, questions, Definitions.Question);
            }

            if (Findings.FirstReplies(figures) is { } replies)
            {
                WriteFinding(html, replies, Definitions.FirstReply);
            }
        }
    }

    private static void WriteFinding(HtmlWriter html, Finding finding, Definition definition)
    {
        using (html.In("li"))
        {
            html.Say("strong", finding.Figure).Text(" ").Defined(definition, finding.Words);
        }
    }

    private static void WriteFacts(HtmlWriter html, ReplayReport report)
    {
        var figures = report.Figures;
        (Finding? Finding, string Section)[] facts =
        [
            (Findings.OpenPosts(figures), "open"),
            (Findings.Nudges(report.NudgesPlanned), "nudges"),
            (Findings.TwoWay(figures), Definitions.TwoWay.Id),
            (Findings.Reciprocity(figures.Network), "people"),
            (Findings.OneWayChannels(figures), "channels"),
            (Findings.Broadcasters(figures), Definitions.Broadcaster.Id),
        ];
        if (facts.All(fact => fact.Finding is null))
        {
            return;
        }

        using (html.In("ul", ("class", "facts")))
        {
            foreach (var (finding, section) in facts.Where(fact => fact.Finding is not null))
            {
                WriteFact(html, finding!, section);
            }
        }
    }

    private static void WriteFact(HtmlWriter html, Finding finding, string section)
    {
        using (html.In("li"))
        {
            using (html.In("a", ("href", "#" + section)))
            {
                html.Say("strong", finding.Figure).Text(" ").Say("span", finding.Words);
            }
        }
    }
}
