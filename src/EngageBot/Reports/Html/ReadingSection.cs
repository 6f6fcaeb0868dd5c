using EngageBot.Stats;

namespace EngageBot.Reports.Html;

/// <summary>What the figures rest on, and what could not be used.</summary>
internal static class ReadingSection
{
    public static void Write(HtmlWriter html, ReplayReport report)
    {
        var figures = report.Figures;
        using (html.In("ul", ("class", "panel reading")))
        {
            html.Say("li", "All times are UTC.");
            WriteNotObserved(html, figures);
            WritePauses(html, figures.Pauses);
            using (html.In("li"))
            {
                html.Defined(Definitions.Reply, "Who answers whom").Text(" comes from the platform's replies and threads, and where there are none it is ").Defined(Definitions.Inferred, "inferred")
                    .Text("; each such line says how sure that is.");
            }

            WriteSkipped(html, report);
        }
    }

    private static void WriteNotObserved(HtmlWriter html, CommunityFigures figures)
    {
        var count = figures.Posts.NotObserved;
        using (html.In("li"))
        {
            html.Text(count == 0 ? "Every post was " : count == 1 ? "1 post was not " : $"{Words.Number(count)} posts were not ")
                .Defined(Definitions.NotObserved, "observed long enough")
                .Text(count == 0 ? " to say whether it got an answer." : $" to say whether {(count == 1 ? "it" : "they")} got an answer, and {(count == 1 ? "counts" : "count")} neither way.");
        }
    }

    private static void WritePauses(HtmlWriter html, int pauses)
    {
        if (pauses > 0)
        {
            html.Say("li", $"The history pauses {(pauses == 1 ? "once" : $"{Words.Number(pauses)} times")} for more than {Words.Duration(ObservedSpan.LongestSilence)}. " +
                "Nobody knows what happened then, so posts just before a pause are not judged.");
        }
    }

    private static void WriteSkipped(HtmlWriter html, ReplayReport report)
    {
        using (html.In("li"))
        {
            if (report.SkippedMessages == 0)
            {
                html.Text("Every message could be used.");
                return;
            }

            html.Text($"{Words.Counted(report.SkippedMessages, "message or file", "messages or files")} could not be used{(report.FirstSkipped.Count < report.SkippedMessages ? "; the first of them" : string.Empty)}:");
            using var list = html.In("ul");
            foreach (var skipped in report.FirstSkipped)
            {
                html.Written("li", skipped, "skipped");
            }
        }
    }
}
