using System.Text;

namespace EngageBot.Privacy;

/// <summary>Takes the name of somebody who was forgotten out of what others wrote. Pure.</summary>
internal static class Unnaming
{
    public const string Someone = "someone";

    /// <summary>A shorter one, without an @ before it, is too likely to be a word like others.</summary>
    private const int ShortestName = 3;

    /// <summary>Letters from here on belong to scripts that are mostly written without blanks, where a name has no end to be seen.</summary>
    private const char Unspaced = '\u2E80';

    /// <param name="id">His id on the platform.</param>
    /// <param name="name">The name that others saw; null where it is not known any more.</param>
    public static string Of(string text, string id, string? name)
    {
        text = WithoutMarks(text, id);
        foreach (var called in (string?[])[id, name])
        {
            if (!string.IsNullOrEmpty(called))
            {
                text = Without(text, "@" + called, "@" + Someone, StringComparison.OrdinalIgnoreCase);
                text = called.Length >= ShortestName ? Without(text, called, Someone, StringComparison.Ordinal) : text;
            }
        }

        return text;
    }

    /// <summary>As platforms write mentions: <c>&lt;@1234&gt;</c>, <c>&lt;@!1234&gt;</c>, <c>&lt;@U1234|ada&gt;</c>.</summary>
    private static string WithoutMarks(string text, string id)
    {
        foreach (var mark in (string[])["<@" + id, "<@!" + id])
        {
            for (var at = text.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(mark, at + 1, StringComparison.Ordinal))
            {
                var end = at + mark.Length;
                var close = end < text.Length && text[end] is '>' or '|' ? text.IndexOf('>', end) : -1;
                text = close < 0 ? text : $"{text[..at]}@{Someone}{text[(close + 1)..]}";
            }
        }

        return text;
    }

    private static string Without(string text, string word, string instead, StringComparison comparison)
    {
        var found = text.IndexOf(word, comparison);
        if (found < 0)
        {
            return text;
        }

        var written = new StringBuilder(text.Length);
        var from = 0;
        for (; found >= 0; found = text.IndexOf(word, found + 1, comparison))
        {
            if (found >= from && IsWhole(text, found, found + word.Length))
            {
                written.Append(text, from, found - from).Append(instead);
                from = found + word.Length;
            }
        }

        return written.Append(text, from, text.Length - from).ToString();
    }

    private static bool IsWhole(string text, int start, int end) =>
        (start == 0 || !Continues(text[start - 1], text[start])) && (end == text.Length || !Continues(text[end - 1], text[end]));

    private static bool Continues(char before, char after) =>
        char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after) && before < Unspaced && after < Unspaced;
}
