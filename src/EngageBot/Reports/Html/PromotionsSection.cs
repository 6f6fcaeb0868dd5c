namespace EngageBot.Reports.Html;

/// <summary>The surest promotions, each with what speaks for it. Nobody is named.</summary>
internal static class PromotionsSection
{
    private const int ShownAtOnce = 5;

    public static void Write(HtmlWriter html, ReplayReport report)
    {
        using (html.In("p"))
        {
            WriteIntroduction(html, report);
        }

        Fold.Write(html, report.Promotions, ShownAtOnce, "post", (posts, first) =>
        {
            using var list = BriefPost.In(html, first);
            foreach (var post in posts)
            {
                WritePost(html, post);
            }
        });
    }

    private static void WriteIntroduction(HtmlWriter html, ReplayReport report)
    {
        var all = report.Figures.Promotions;
        if (all == 0)
        {
            html.Text("No post reads like ").Defined(Definitions.Promotion, "promotion").Text(".");
            return;
        }

        html.Text(all == 1 ? "One post is probably " : $"{Words.Number(all)} posts are probably ").Defined(Definitions.Promotion, "promotion").Text(".");
        html.Text(report.Promotions.Count == all ? string.Empty : report.Promotions.Count == 1 ? " The surest one is shown." : $" The surest {report.Promotions.Count} are shown.");
        html.Text(" This is for moderators, who decide; a model of words can be wrong, and nothing is said to anybody.");
    }

    private static void WritePost(HtmlWriter html, PromotionPost post)
    {
        var sound = $"by its words alone {Words.Percent(post.Score)} sure";
        BriefPost.Write(
            html,
            () => html.Name(Words.Channel(post.Channel)),
            new ChatLine(post.Id, string.Empty, post.At, post.Text),
            Words.Capital(string.Join(", ", post.Reasons.Append(sound))) + ".");
    }
}
