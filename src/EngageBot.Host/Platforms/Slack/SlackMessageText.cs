using System.Text;
using EngageBot.Slack.Text;

namespace EngageBot.Host.Platforms.Slack;

/// <summary>
/// Plain text as Slack shows it unchanged: nothing in it notifies anybody, and nothing is a link but the addresses of the workspace's own messages.
/// <see href="https://docs.slack.dev/messaging/formatting-message-text#escaping"/>.
/// </summary>
internal static class SlackMessageText
{
    /// <param name="own">Where the workspace is on the web.</param>
    public static string Escape(string text, Uri? own)
    {
        var escaped = new StringBuilder(text.Length + 16);
        var rest = 0;
        while (rest < text.Length)
        {
            var end = text.AsSpan(rest).IndexOfAny(' ', '\n');
            end = end < 0 ? text.Length : rest + end;
            escaped.Append(IsOwn(text[rest..end], own) ? $"<{Mrkdwn.Escape(text[rest..end])}>" : Mrkdwn.Harmless(text[rest..end]));
            if (end < text.Length)
            {
                escaped.Append(text[end]);
            }

            rest = end + 1;
        }

        return escaped.ToString();
    }

    private static bool IsOwn(string word, Uri? own) =>
        own is not null && word.StartsWith(own.AbsoluteUri, StringComparison.Ordinal) && word.All(character => char.IsAsciiLetterOrDigit(character) || "-._~:/?=&%".Contains(character));
}
