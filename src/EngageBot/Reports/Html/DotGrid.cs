using System.Globalization;
using EngageBot.Stats;

namespace EngageBot.Reports.Html;

/// <summary>A dot for each post, or for each hundredth of them; those that got an answer are lit.</summary>
internal static class DotGrid
{
    private const int Most = 100;
    private const int Fewest = 5;
    private const int PerRow = 10;
    private const int Step = 12;

    public static void Write(HtmlWriter html, PostFigures posts)
    {
        var judged = Findings.Judged(posts);
        if (judged < Fewest)
        {
            return;
        }

        var dots = Math.Min(judged, Most);
        var lit = (int)Math.Round(posts.Answered * (dots / (double)judged), MidpointRounding.AwayFromZero);
        var told = judged <= Most ? $"Each dot is a post; {lit} of {dots} got an answer" : $"{lit} in {dots} posts got an answer";
        using (html.In("figure", ("class", "dots")))
        {
            WriteDots(html, dots, lit, told);
            html.Say("figcaption", told);
        }
    }

    private static void WriteDots(HtmlWriter html, int dots, int lit, string told)
    {
        var (columns, rows) = (Math.Min(dots, PerRow), (dots + PerRow - 1) / PerRow);
        using (html.In("svg", ("viewBox", $"0 0 {columns * Step} {rows * Step}"), ("role", "img"), ("aria-label", told)))
        {
            for (var dot = 0; dot < dots; dot++)
            {
                html.Void("circle", ("class", dot < lit ? "lit" : "unlit"), ("cx", Place(dot % PerRow)), ("cy", Place(dot / PerRow)), ("r", "4.2"));
            }
        }
    }

    private static string Place(int index) => ((index * Step) + (Step / 2)).ToString(CultureInfo.InvariantCulture);
}
