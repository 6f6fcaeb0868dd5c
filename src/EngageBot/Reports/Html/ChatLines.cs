using EngageBot.ReplyGraph;

namespace EngageBot.Reports.Html;

/// <summary>Lines of a conversation, with whom each answers and how sure that is.</summary>
internal static class ChatLines
{
    private const int MostShown = 280;
    private const string Somebody = "someone";

    public static void Write(HtmlWriter html, IEnumerable<ChatLine> lines, DateTimeOffset about)
    {
        foreach (var line in lines)
        {
            using (html.In("li"))
            {
                WriteHead(html, line, about);
                html.Written("span", line.Text.Length == 0 ? "(no text is kept)" : ShownText.Shorten(line.Text, MostShown), "said");
            }
        }
    }

    /// <summary>The place of the post itself.</summary>
    public static void WriteHere(HtmlWriter html, ChatLine post)
    {
        using (html.In("li", ("class", "here")))
        {
            WriteHead(html, post, post.At);
            html.Say("span", "the open post", ("class", "said"));
        }
    }

    private static void WriteHead(HtmlWriter html, ChatLine line, DateTimeOffset about)
    {
        using (html.In("span", ("class", "who")))
        {
            using (html.In("b"))
            {
                html.Name(line.Author);
            }

            html.Text(" ").Time(line.At, Words.Clock(line.At, about));
            if (line.Link is { } link)
            {
                html.Text(", ");
                WriteLink(html, line, link);
            }
        }

        html.Text(" ");
    }

    private static void WriteLink(HtmlWriter html, ChatLine line, LineLink link)
    {
        if (link.To is null)
        {
            html.Text("answers a message that is not in this history");
        }
        else if (link.To == line.Author && link.To != Somebody)
        {
            html.Text("goes on");
        }
        else
        {
            html.Text("answers ").Name(link.To);
        }

        html.Text(link.Source switch
        {
            LinkSource.Explicit => string.Empty,
            LinkSource.Thread => " in a thread",
            LinkSource.Person => ", as somebody said",
            _ => $", {Words.Percent(link.Probability)} sure",
        });
    }
}
