using System.Globalization;
using System.Text;

namespace EngageBot.Slack.Text;

/// <summary>
/// Reads Slack's markup into parts: mentions, links, and the words between. Whatever it is given, it reads.
/// <see href="https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages"/>.
/// </summary>
public static class MrkdwnReader
{
    /// <summary>Two parts of plain words never stand side by side.</summary>
    public static IReadOnlyList<TextPart> Read(string text)
    {
        var parts = new List<TextPart>();
        var plain = new StringBuilder();
        var rest = 0;
        while (rest < text.Length)
        {
            var open = text.IndexOf('<', rest);
            var close = open < 0 ? -1 : text.IndexOf('>', open);
            if (close < 0)
            {
                break;
            }

            // Of two brackets that open, the inner one counts: the outer one is a plain character that Slack would not have sent.
            open = text.LastIndexOf('<', close);
            plain.Append(Mrkdwn.Unescape(text[rest..open]));
            Add(parts, plain, Part(text[(open + 1)..close]));
            rest = close + 1;
        }

        plain.Append(Mrkdwn.Unescape(text[rest..]));
        Flush(parts, plain);
        return parts;
    }

    private static void Add(List<TextPart> parts, StringBuilder plain, TextPart part)
    {
        if (part is TextPart.Plain words)
        {
            plain.Append(words.Text);
            return;
        }

        Flush(parts, plain);
        parts.Add(part);
    }

    private static void Flush(List<TextPart> parts, StringBuilder plain)
    {
        if (plain.Length > 0)
        {
            parts.Add(new TextPart.Plain(plain.ToString()));
            plain.Clear();
        }
    }

    private static TextPart Part(string inner)
    {
        var bar = inner.IndexOf('|', StringComparison.Ordinal);
        var (target, label) = bar < 0 ? (inner, null) : (inner[..bar], bar == inner.Length - 1 ? null : Mrkdwn.Unescape(inner[(bar + 1)..]));
        return target switch
        {
            ['@', _, ..] => new TextPart.User(target[1..], label),
            ['#', _, ..] => new TextPart.Channel(target[1..], label),
            ['!', ..] => Command(target[1..], label),
            { Length: > 0 } => new TextPart.Link(Mrkdwn.Unescape(target), label),
            _ => new TextPart.Plain($"<{Mrkdwn.Unescape(inner)}>"),
        };
    }

    private static TextPart Command(string command, string? label)
    {
        var words = command.Split('^');
        return words[0] switch
        {
            "here" or "channel" or "everyone" or "group" => new TextPart.Special(words[0] == "group" ? "channel" : words[0]),
            "subteam" when words.Length > 1 => new TextPart.UserGroup(words[1], label),
            "date" when words.Length > 1 && Moment(words[1]) is { } at => new TextPart.Date(at, label),
            _ => new TextPart.Plain(label ?? $"<!{Mrkdwn.Unescape(command)}>"),
        };
    }

    private static DateTimeOffset? Moment(string seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(value)
            : null;
}
