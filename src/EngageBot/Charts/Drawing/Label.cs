using System.Globalization;
using System.Text;

namespace EngageBot.Charts.Drawing;

/// <summary>Makes names and titles written by strangers fit to be shown: one line, nothing invisible, nothing that turns its surroundings around.</summary>
internal static class Label
{
    /// <summary>Longer text is cut before anything else looks at it.</summary>
    private const int MostCharacters = 1000;

    /// <summary>More marks than this on one letter are no spelling but an attempt to scribble over the picture.</summary>
    public const int MostMarks = 4;

    private const string Ellipsis = "…";

    public static string Clean(string text)
    {
        var result = new StringBuilder(Math.Min(text.Length, MostCharacters));
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            marks = IsMark(rune) ? marks + 1 : 0;
            if (result.Length >= MostCharacters)
            {
                break;
            }

            if (IsSpace(rune))
            {
                _ = result.Length == 0 || result[^1] == ' ' ? result : result.Append(' ');
            }
            else if (marks <= MostMarks && !IsUnwanted(rune))
            {
                result.Append(rune.ToString());
            }
        }

        return result.ToString().TrimEnd(' ');
    }

    /// <summary>A name to be shown by itself; never empty.</summary>
    public static string Name(string? name)
    {
        var clean = Clean(name ?? "");
        return clean.Length == 0 ? "(no name)" : clean;
    }

    /// <summary>A name within a sentence: whichever way it is written, the words around it stay where they are.</summary>
    public static string Isolate(string? name) => $"\u2068{Name(name)}\u2069";

    /// <summary>Cuts at a whole cluster (what a reader takes for one character), so that no emoji or accent is torn apart.</summary>
    public static string Shorten(string text, double most, Func<string, double> measure)
    {
        if (measure(text) <= most)
        {
            return text;
        }

        var room = most - measure(Ellipsis);
        var kept = new StringBuilder();
        foreach (var cluster in Clusters(text))
        {
            room -= measure(cluster);
            if (room < 0)
            {
                break;
            }

            kept.Append(cluster);
        }

        return kept.ToString().TrimEnd() + Ellipsis;
    }

    public static IEnumerable<string> Clusters(string text)
    {
        var clusters = StringInfo.GetTextElementEnumerator(text);
        while (clusters.MoveNext())
        {
            yield return clusters.GetTextElement();
        }
    }

    public static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark && !IsVariationSelector(rune);

    private static bool IsVariationSelector(Rune rune) => rune.Value is >= 0xFE00 and <= 0xFE0F;

    public static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune) || rune.Value is 0x2028 or 0x2029 or 0x2800 or 0x3164 or 0xFFA0 or 0x115F or 0x1160;

    /// <summary>Controls, private and unassigned code points, and formats, of which only those that join letters and emoji are kept.</summary>
    public static bool IsUnwanted(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse => true,
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D or (>= 0xE0020 and <= 0xE007F)),
        _ => (rune.Value & 0xFFFE) == 0xFFFE,
    };
}
