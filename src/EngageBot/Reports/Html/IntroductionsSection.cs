using EngageBot.Introductions;

namespace EngageBot.Reports.Html;

/// <summary>Who could meet whom, and why.</summary>
internal static class IntroductionsSection
{
    private const int ShownAtOnce = 5;

    public static void Write(HtmlWriter html, ReplayReport report)
    {
        if (report.Introductions.Count == 0)
        {
            html.Say("p", "There are no two people yet of whom EngageBot could say why they should meet.", ("class", "quiet"));
            return;
        }

        using (html.In("p"))
        {
            html.Text("These people have not been seen replying to each other, and have something in common. EngageBot would ")
                .Defined(Definitions.Introduction, "introduce").Text(" them only if both had asked for it; here nobody was asked.");
        }

        Fold.Write(html, report.Introductions, ShownAtOnce, "pair", (pairs, _) =>
        {
            using var list = html.In("ul", ("class", "panel pairs"));
            foreach (var pair in pairs)
            {
                using (html.In("li"))
                {
                    WritePair(html, pair);
                }
            }
        });
    }

    private static void WritePair(HtmlWriter html, Introduction pair)
    {
        html.Name(pair.One).Text(" and ").Name(pair.Other);
        using (html.In("span", ("class", "quiet")))
        {
            var isFirst = true;
            foreach (var (words, things) in Parts(pair))
            {
                html.Text(isFirst ? Words.Capital(words) : "; " + words);
                WriteList(html, things);
                isFirst = false;
            }

            html.Text(".");
        }
    }

    private static IEnumerable<(string Words, IReadOnlyList<string> Things)> Parts(Introduction pair)
    {
        (string Words, IReadOnlyList<string> Things)[] parts =
        [
            ("both write about ", pair.Topics), ("both are in ", [.. pair.Channels.Select(Words.Channel)]), ("both have talked with ", pair.Contacts),
        ];
        return parts.Where(part => part.Things.Count > 0);
    }

    private static void WriteList(HtmlWriter html, IReadOnlyList<string> things)
    {
        foreach (var (place, thing) in things.Index())
        {
            html.Text(place == 0 ? string.Empty : place == things.Count - 1 ? " and " : ", ").Name(thing);
        }
    }
}
