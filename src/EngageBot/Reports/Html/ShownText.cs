using System.Text;
using EngageBot.Charts.Drawing;

namespace EngageBot.Reports.Html;

/// <summary>Text made fit for a page: its lines and spaces stay, what cannot be seen or would turn its surroundings around goes.</summary>
internal static class ShownText
{
    public static string Of(string text)
    {
        var result = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            marks = Label.IsMark(rune) ? marks + 1 : 0;
            if (rune.Value is '\n' or ' ')
            {
                result.Append((char)rune.Value);
            }
            else if (rune.Value != '\r' && Label.IsSpace(rune))
            {
                result.Append(rune.Value == '\t' ? "    " : " ");
            }
            else if (marks <= Label.MostMarks && !Label.IsUnwanted(rune))
            {
                result.Append(rune.ToString());
            }
        }

        return result.ToString();
    }

    /// <summary>The beginning of a long text, cut between words, and the rest; no rest where it is not long.</summary>
    public static (string Beginning, string Remainder) Split(string text, int most)
    {
        if (text.Length <= most * 3 / 2)
        {
            return (text, string.Empty);
        }

        var space = text.LastIndexOfAny([' ', '\n'], most);
        var at = space > most / 2 ? space : most;
        at -= char.IsLowSurrogate(text[at]) ? 1 : 0;
        return (text[..at], text[at..]);
    }

    /// <summary>Not longer than so many characters; what is cut shows as "…".</summary>
    public static string Shorten(string text, int most) => text.Length <= most ? text : Split(text, most) is (var beginning, { Length: > 0 }) ? beginning + " …" : text;
}
