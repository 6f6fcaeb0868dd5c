using EngageBot.Nudges;

namespace EngageBot.Reports.Html;

/// <summary>What the bot would have said, newest first.</summary>
internal static class NudgesSection
{
    private const int ShownAtOnce = 10;
    private const int PostShown = 90;

    public static void Write(HtmlWriter html, ReplayReport report)
    {
        using (html.In("p"))
        {
            html.Text(Introduction(report)).Text(" ").Defined(Definitions.Nudge, "Nothing was sent").Text(".");
        }

        var moments = report.Nudges.GroupBy(nudge => (nudge.At, nudge.Channel, nudge.Post.Id)).Select(moment => moment.ToList()).ToList();
        Fold.Write(html, moments, ShownAtOnce, "moment", (some, _) => WriteTable(html, some));
    }

    private static string Introduction(ReplayReport report) => report.NudgesPlanned switch
    {
        0 => "EngageBot would not have spoken.",
        1 => "EngageBot would have spoken once.",
        var all when report.Nudges.Count < all => $"EngageBot would have spoken {Words.Number(all)} times. Newest first, {Words.Number(report.Nudges.Count)} of {Words.Number(all)}.",
        var all => $"EngageBot would have spoken {Words.Number(all)} times. Newest first.",
    };

    private static void WriteTable(HtmlWriter html, IEnumerable<IReadOnlyList<PlannedNudge>> moments)
    {
        using (html.In("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", "What EngageBot would have done")))
        {
            using var table = html.In("table", ("class", "nudges"));
            html.Say("caption", "What EngageBot would have done, UTC");
            WriteHead(html);
            using var body = html.In("tbody");
            foreach (var moment in moments)
            {
                using (html.In("tr"))
                {
                    WriteCells(html, moment);
                }
            }
        }
    }

    private static void WriteHead(HtmlWriter html)
    {
        using (html.In("thead"))
        {
            using var row = html.In("tr");
            foreach (var heading in (string[])["When", "What, and why", "About"])
            {
                html.Say("th", heading, ("scope", "col"), ("class", "text"));
            }
        }
    }

    private static void WriteCells(HtmlWriter html, IReadOnlyList<PlannedNudge> moment)
    {
        var first = moment[0];
        using (html.In("th", ("scope", "row"), ("class", "text when")))
        {
            html.Time(first.At, Words.Moment(first.At));
        }

        using (html.In("td", ("class", "text step")))
        {
            foreach (var nudge in moment)
            {
                WriteStep(html, nudge);
            }
        }

        using (html.In("td", ("class", "text about")))
        {
            html.Name(first.Post.Author).Text(" in ").Name(Words.Channel(first.Channel)).Text(" ");
            html.Written("span", ShownText.Shorten(first.Post.Text, PostShown), "said");
        }
    }

    private static void WriteStep(HtmlWriter html, PlannedNudge nudge)
    {
        using (html.In("p"))
        {
            html.Defined(nudge.Step == NudgeStep.Ask ? Definitions.AskedInPrivate : Definitions.WaitingBoard, Words.Capital(Words.Step(nudge.Step)));
            if (nudge.Asked is { } asked)
            {
                html.Text(": ").Name(asked);
            }

            html.Text(" ").Say("span", Words.Reason(nudge), ("class", "why"));
        }
    }
}
