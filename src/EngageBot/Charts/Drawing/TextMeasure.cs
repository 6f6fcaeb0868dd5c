using System.Text;

namespace EngageBot.Charts.Drawing;

/// <summary>
/// Guesses how wide text will be. The server does not know the reader's font, so this errs towards a wide one (DejaVu Sans, which is what
/// a bare Linux has): in a narrower font there is a little more air.
/// </summary>
internal static class TextMeasure
{
    private const string Slim = "iljI.,:;'|![]()/\\ft";
    private const string Broad = "mwMW@%#&+=~<>—";

    public static double Width(string text, double size, bool bold = false) =>
        Label.Clusters(text).Sum(EmsOf) * size * (bold ? 1.1 : 1);

    /// <summary>Breaks text into lines at spaces; what does not fit into the last line is cut.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double most, int lines, bool bold = false)
    {
        double Measure(string part) => Width(part, size, bold);
        var result = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (result.Count > 0 && (result.Count == lines || Measure(result[^1] + " " + word) <= most))
            {
                result[^1] += " " + word;
            }
            else
            {
                result.Add(word);
            }
        }

        return [.. result.Select(line => Label.Shorten(line, most, Measure))];
    }

    private static double EmsOf(string cluster)
    {
        var columns = DisplayWidth.OfCluster(cluster);
        return columns == 2 ? cluster.Length > 1 ? 1.3 : 1.05 : columns * EmsOf(Rune.GetRuneAt(cluster, 0));
    }

    private static double EmsOf(Rune rune) => rune.Value switch
    {
        ' ' => 0.32,
        _ when rune.IsBmp && Slim.Contains((char)rune.Value) => 0.37,
        _ when rune.IsBmp && Broad.Contains((char)rune.Value) => 0.9,
        >= 'A' and <= 'Z' => 0.7,
        _ => 0.62,
    };
}
