namespace EngageBot.Reports.Html;

/// <summary>The report as a page: what matters first, how it was counted last. Start reading here.</summary>
internal static class ReportPage
{
    private static readonly ReportSection[] Sections =
    [
        new("summary", "In one minute", SummarySection.Write),
        new("open", "Still waiting", OpenPostsSection.Write),
        new("time", "Over time", OverTimeSection.Write),
        new("channels", "Channels", ChannelsSection.Write),
        new("hours", "Hours of the week", HoursSection.Write),
        new("people", "People", PeopleSection.Write),
        new("introductions", "Who could meet", IntroductionsSection.Write),
        new("nudges", "What EngageBot would have done", NudgesSection.Write),
        new("promotions", "Promotion", PromotionsSection.Write),
        new("moderators", "For moderators", ModeratorsSection.Write),
        new("reading", "How this was read", ReadingSection.Write),
        new("words", "What the words mean", DefinitionsSection.Write),
    ];

    public static string Of(ReplayReport report) => HtmlPage.Of($"{report.Name} – EngageBot", PageStyles.Css, html =>
    {
        html.Say("a", "Skip to the report", ("class", "skip"), ("href", "#main"));
        WriteHeader(html, report);
        WriteContents(html);
        using (html.In("main", ("id", "main")))
        {
            foreach (var section in Sections)
            {
                section.Write(html, report);
            }
        }

        WriteFooter(html);
    });

    private static void WriteHeader(HtmlWriter html, ReplayReport report)
    {
        var figures = report.Figures;
        using (html.In("header", ("class", "top")))
        {
            Brand.Write(html);
            using (html.In("h1"))
            {
                html.Name(report.Name);
            }

            using (html.In("p", ("class", "extent")))
            {
                html.Text(figures.Messages == 0 ? "No messages." : $"{Words.Span(figures.From, figures.To)}: {Findings.Extent(figures)}.");
            }
        }
    }

    private static void WriteContents(HtmlWriter html)
    {
        using (html.In("nav", ("aria-label", "Contents")))
        {
            using var list = html.In("ul");
            foreach (var section in Sections)
            {
                using (html.In("li"))
                {
                    html.Say("a", section.Title, ("href", "#" + section.Id));
                }
            }
        }
    }

    private static void WriteFooter(HtmlWriter html)
    {
        using (html.In("footer"))
        {
            html.Say("p", "Made by EngageBot from a history of messages. This page loads nothing from anywhere. It holds names and texts of people: " +
                "show it only to those who may read their channels. For a picture without names, use --share.");
        }
    }
}
