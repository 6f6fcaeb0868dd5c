using System.Text;
using EngageBot.Discord.Rest;

namespace EngageBot.Host.Platforms.Discord;

/// <summary>
/// Plain text as Discord shows it unchanged. <see href="https://support.discord.com/hc/en-us/articles/210298617"/>. Links stay links; mentions are kept from
/// notifying anybody by what the message allows, and from looking like one here.
/// </summary>
internal static class DiscordText
{
    /// <summary>What has a meaning anywhere in a line.</summary>
    private const string Markup = "\\*_~`|<[";

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var line in text.Split('\n'))
        {
            if (escaped.Length > 0)
            {
                escaped.Append('\n');
            }

            Escape(line, escaped);
        }

        return escaped.ToString();
    }

    /// <summary>Escaped, as much of it as one message takes: cut after a line or a word.</summary>
    /// <param name="most">Characters; at least 2.</param>
    public static string Fit(string text, int most = DiscordLimits.Content)
    {
        var escaped = Escape(text);
        if (escaped.Length <= most)
        {
            return escaped;
        }

        // A blank never belongs to what is escaped, nor to an address.
        var end = escaped.LastIndexOfAny([' ', '\n'], most - 2);
        end = end > most / 2 ? end : most - 1;
        var cut = escaped[..end].TrimEnd();
        return (char.IsHighSurrogate(cut[^1]) || IsHalf(cut) ? cut[..^1] : cut) + "…";
    }

    /// <summary>Ends with the backslash of a character that was cut off.</summary>
    private static bool IsHalf(string escaped) => (escaped.Length - escaped.TrimEnd('\\').Length) % 2 == 1;

    private static void Escape(string line, StringBuilder into)
    {
        var words = line.Split(' ');
        for (var index = 0; index < words.Length; index++)
        {
            if (index > 0)
            {
                into.Append(' ');
            }

            Word(words[index], isFirst: index == 0, into);
        }
    }

    /// <summary>An address keeps its underscores.</summary>
    private static void Word(string word, bool isFirst, StringBuilder into)
    {
        if (word.StartsWith("https://", StringComparison.Ordinal) || word.StartsWith("http://", StringComparison.Ordinal))
        {
            into.Append(word);
            return;
        }

        // At the beginning of a line these make titles, quotes, small print and lists.
        if (isFirst && word.Length > 0 && word[0] is '#' or '>' or '-')
        {
            into.Append('\\');
        }

        foreach (var character in word)
        {
            if (Markup.Contains(character, StringComparison.Ordinal))
            {
                into.Append('\\');
            }

            into.Append(character);
        }
    }
}
