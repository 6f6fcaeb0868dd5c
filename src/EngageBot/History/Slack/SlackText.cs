using System.Buffers;
using System.Text;
using EngageBot.History.Json;

namespace EngageBot.History.Slack;

/// <summary>The text of Slack's messages. Slack escapes three characters, and nothing else; its own markup stays as it is.</summary>
public static class SlackText
{
    private static readonly (string Escape, char Character)[] Escapes = [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>')];

    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    public static string Unescape(string text)
    {
        var at = text.IndexOf('&', StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length).Append(text, 0, at);
        while (at < text.Length)
        {
            var (escape, character) = Array.Find(Escapes, known => string.CompareOrdinal(text, at, known.Escape, 0, known.Escape.Length) == 0);
            result.Append(escape is null ? text[at] : character);
            at += escape?.Length ?? 1;
        }

        return result.ToString();
    }

    /// <summary>
    /// Who is mentioned in a text that is still escaped, each once, in order: <c>&lt;@U123&gt;</c> or <c>&lt;@U123|name&gt;</c>. What somebody typed to look
    /// like that is escaped, and mentions nobody.
    /// </summary>
    public static void AddMentions(string text, IList<string> members)
    {
        for (var at = text.IndexOf("<@", StringComparison.Ordinal); at >= 0; at = text.IndexOf("<@", at + 2, StringComparison.Ordinal))
        {
            var rest = text.AsSpan(at + 2);
            var length = rest.IndexOfAnyExcept(IdCharacters);
            if (length > 1 && rest[length] is '>' or '|' && members.Count < JsonMessage.MaxMentions)
            {
                var member = rest[..length].ToString();
                if (!members.Contains(member))
                {
                    members.Add(member);
                }
            }
        }
    }
}
