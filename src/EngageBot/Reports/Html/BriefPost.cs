using System.Globalization;

namespace EngageBot.Reports.Html;

/// <summary>A post in few lines: what it is, where and when, what it says, and why it is shown.</summary>
internal static class BriefPost
{
    private const int Shown = 280;

    /// <param name="html">Where it is written.</param>
    /// <param name="heading">Writes what it is, or who wrote it.</param>
    /// <param name="line">The post.</param>
    /// <param name="why">Why it is shown.</param>
    public static void Write(HtmlWriter html, Action heading, ChatLine line, string why)
    {
        using (html.In("li"))
        {
            using var card = html.In("article", ("class", "panel post brief"));
            using (html.In("h3"))
            {
                heading();
            }

            using (html.In("p", ("class", "meta")))
            {
                html.Time(line.At, Words.Moment(line.At)).Text(" ");
                html.Say("span", $"message {line.Id}", ("class", "id"));
            }

            html.Written("p", line.Text.Length == 0 ? "(no text is kept)" : ShownText.Shorten(line.Text, Shown), "words");
            html.Say("p", why, ("class", "why"));
        }
    }

    /// <summary>A list of them, which begins with this number.</summary>
    public static HtmlWriter.Scope In(HtmlWriter html, int first) =>
        html.In("ol", ("class", "posts"), ("start", first.ToString(CultureInfo.InvariantCulture)));
}
