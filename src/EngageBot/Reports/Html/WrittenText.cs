namespace EngageBot.Reports.Html;

/// <summary>What somebody wrote: whole where it is short, its beginning and the rest to be unfolded where it is long.</summary>
internal static class WrittenText
{
    private const int Beginning = 400;

    /// <summary>More of one text would fill the page.</summary>
    private const int Most = 4_000;

    public static void Write(HtmlWriter html, string text, string cssClass)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            html.Say("p", "(no text is kept)", ("class", "quiet"));
            return;
        }

        var (beginning, rest) = ShownText.Split(text, Beginning);
        if (rest.Length == 0)
        {
            html.Written("p", text, cssClass);
            return;
        }

        using (html.In("details", ("class", cssClass + " long")))
        {
            html.Written("summary", beginning, cssClass + " beginning");
            html.Written("p", ShownText.Shorten(rest.TrimStart(), Most), cssClass);
        }
    }
}
