namespace EngageBot.Reports.Html;

/// <summary>
/// What moderators may want to look at, where the bot is silent. Quiet on purpose: no figure, no judgement, and a post that may speak of a crisis is pointed at
/// and left to people.
/// </summary>
internal static class ModeratorsSection
{
    private const int ShownAtOnce = 3;

    public static void Write(HtmlWriter html, ReplayReport report)
    {
        if (report.Notes.Count == 0)
        {
            html.Say("p", "There is nothing that EngageBot would point out to you.", ("class", "quiet"));
            return;
        }

        html.Say("p", "EngageBot stays silent about these posts and asks nobody to answer them; a person may want to look. " +
            "They were found by single words, rather too many than too few: take each as a hint, which may well be wrong. Please do not show them around.");
        Fold.Write(html, report.Notes, ShownAtOnce, "post", (notes, first) =>
        {
            using var list = BriefPost.In(html, first);
            foreach (var note in notes)
            {
                BriefPost.Write(html, () => WriteHeading(html, note), note.Post, note.Why);
            }
        });
    }

    private static void WriteHeading(HtmlWriter html, ModeratorNote note)
    {
        html.Say("span", Words.Capital(Words.Noted(note.Kind)), ("class", "kind")).Text(": ");
        html.Name(note.Post.Author).Text(" in ").Name(Words.Channel(note.Channel));
    }
}
