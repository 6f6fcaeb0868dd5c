namespace EngageBot.Reports.Html;

/// <summary>Shows the first of many, and the others when somebody asks for them.</summary>
internal static class Fold
{
    /// <param name="html">Where it is written.</param>
    /// <param name="items">All of them.</param>
    /// <param name="shown">How many are shown at once.</param>
    /// <param name="noun">What there are more of: "79 more posts".</param>
    /// <param name="write">Writes some of them, of which the first is the one of this number.</param>
    public static void Write<T>(HtmlWriter html, IReadOnlyList<T> items, int shown, string noun, Action<IEnumerable<T>, int> write)
    {
        var atOnce = items.Count <= shown + 2 ? items.Count : shown;
        if (atOnce > 0)
        {
            write(items.Take(atOnce), 1);
        }

        if (atOnce < items.Count)
        {
            using var fold = html.In("details", ("class", "more"));
            html.Say("summary", Words.Counted(items.Count - atOnce, "more " + noun));
            write(items.Skip(atOnce), atOnce + 1);
        }
    }
}
