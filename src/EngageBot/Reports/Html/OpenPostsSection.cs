using System.Globalization;

namespace EngageBot.Reports.Html;

/// <summary>The posts that still wait, newest first.</summary>
internal static class OpenPostsSection
{
    private const int ShownAtOnce = 5;

    public static void Write(HtmlWriter html, ReplayReport report)
    {
        using (html.In("p"))
        {
            WriteIntroduction(html, report);
        }

        Fold.Write(html, report.OpenPosts, ShownAtOnce, "post", (posts, first) =>
        {
            using var list = html.In("ol", ("class", "posts"), ("start", first.ToString(CultureInfo.InvariantCulture)));
            foreach (var (index, post) in posts.Index())
            {
                OpenPostCard.Write(html, post, isUnfolded: first + index == 1);
            }
        });
    }

    private static void WriteIntroduction(HtmlWriter html, ReplayReport report)
    {
        var all = report.Figures.OpenPosts;
        if (all == 0)
        {
            html.Text("There is no ").Defined(Definitions.OpenPost, "open post").Text(": nobody who invited a reply was left without one, as far as one can tell.");
            return;
        }

        html.Defined(Definitions.OpenPost, Words.Counted(all, "open post")).Text(all == 1 ? " invites a reply and got none." : " invite a reply and got none. Newest first");
        if (all > 1)
        {
            html.Text(report.OpenPosts.Count < all ? $", {Words.Number(report.OpenPosts.Count)} of {Words.Number(all)}." : ".");
        }
    }
}
