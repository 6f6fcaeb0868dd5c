namespace EngageBot.Reports.Html;

/// <summary>An open post: who, where, what, how long; what would have been done about it; and the lines around it.</summary>
internal static class OpenPostCard
{
    /// <param name="html">Where it is written.</param>
    /// <param name="post">What is shown.</param>
    /// <param name="isUnfolded">Whether the lines around it are shown at once.</param>
    public static void Write(HtmlWriter html, OpenPostLines post, bool isUnfolded)
    {
        using (html.In("li"))
        {
            using var card = html.In("article", ("class", "panel post"));
            WriteHead(html, post);
            WrittenText.Write(html, post.Post.Text, "words");
            WritePlan(html, post);
            WriteAround(html, post, isUnfolded);
        }
    }

    private static void WriteHead(HtmlWriter html, OpenPostLines post)
    {
        using (html.In("h3"))
        {
            html.Name(post.Post.Author).Text(" in ").Name(Words.Channel(post.Channel));
        }

        using (html.In("p", ("class", "meta")))
        {
            html.Say("span", Words.Capital(Words.Kind(post.Kind)), ("class", "kind")).Text(" ");
            html.Time(post.Post.At, Words.Moment(post.Post.At)).Text(" ");
            html.Say("span", $"no answer for {Words.Duration(post.Waited)}", ("class", "waited"));
        }
    }

    private static void WritePlan(HtmlWriter html, OpenPostLines post)
    {
        using (html.In("div", ("class", "plan")))
        {
            if (post.Nudges.Count == 0)
            {
                html.Say("p", "EngageBot would have left it alone.");
                return;
            }

            html.Say("p", "EngageBot would have", ("class", "plan-title"));
            using var steps = html.In("ol");
            foreach (var nudge in post.Nudges)
            {
                using (html.In("li"))
                {
                    WriteStep(html, nudge);
                }
            }
        }
    }

    private static void WriteStep(HtmlWriter html, PlannedNudge nudge)
    {
        if (nudge.Asked is null)
        {
            html.Say("b", nudge.Step == Nudges.NudgeStep.Board ? "put it on the waiting board" : "asked somebody");
        }
        else
        {
            using var what = html.In("b");
            html.Text("asked ").Name(nudge.Asked);
        }

        html.Text($" after {Words.Duration(nudge.At - nudge.Post.At)}, at ").Time(nudge.At, Words.Clock(nudge.At, nudge.Post.At)).Text(" ");
        html.Say("span", Words.Reason(nudge), ("class", "why"));
    }

    private static void WriteAround(HtmlWriter html, OpenPostLines post, bool isUnfolded)
    {
        var lines = post.Before.Count + post.After.Count;
        if (lines == 0)
        {
            html.Say("p", "Nobody wrote in the channel within half a day of it.", ("class", "quiet"));
            return;
        }

        using (isUnfolded ? html.In("details", ("class", "around"), ("open", "open")) : html.In("details", ("class", "around")))
        {
            html.Say("summary", $"{Words.Counted(lines, "line")} around it");
            using var list = html.In("ol", ("class", "lines"));
            ChatLines.Write(html, post.Before, post.Post.At);
            ChatLines.WriteHere(html, post.Post);
            ChatLines.Write(html, post.After, post.Post.At);
        }
    }
}
