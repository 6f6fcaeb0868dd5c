using System.Text;

namespace EngageBot.Slack.Text;

/// <summary>
/// Writes Slack's markup. What others wrote comes in through <see cref="Harmless"/> only; everything else here says what it means to say.
/// <see href="https://docs.slack.dev/messaging/formatting-message-text"/>.
/// </summary>
public static class Mrkdwn
{
    /// <summary>Not seen, and no part of a word: what is torn apart by it is no mention and no address any more.</summary>
    private const char Joiner = '\u2060';

    /// <summary>The three characters that control Slack's markup become plain ones.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>The way back: what Slack escaped, as it was written.</summary>
    public static string Unescape(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>
    /// What somebody wrote, to be shown by a bot: it can be no mention, no link and no command to Slack, whatever it is, and reads the same. A name behind an at
    /// sign or number sign and an address are torn apart where nobody sees it.
    /// </summary>
    public static string Harmless(string text)
    {
        var safe = new StringBuilder(text.Length + 8);
        for (var index = 0; index < text.Length; index++)
        {
            safe.Append(text[index] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                _ => null,
            });
            if (text[index] is not ('&' or '<' or '>'))
            {
                safe.Append(text[index]);
            }

            if (IsTornAfter(text, index))
            {
                safe.Append(Joiner);
            }
        }

        return safe.ToString();
    }

    /// <summary>A mention of a user, who is told.</summary>
    /// <exception cref="ArgumentException">It is no id.</exception>
    public static string User(string id) => $"<@{Id(id)}>";

    /// <summary>A link to a channel.</summary>
    /// <exception cref="ArgumentException">It is no id.</exception>
    public static string Channel(string id) => $"<#{Id(id)}>";

    /// <summary>A mention of a group of users, who are told.</summary>
    /// <exception cref="ArgumentException">It is no id.</exception>
    public static string UserGroup(string id) => $"<!subteam^{Id(id)}>";

    /// <summary>A link.</summary>
    /// <param name="address">A page's or mail's address.</param>
    /// <param name="label">What it shows, as it is meant to be read; it cannot break out of the link.</param>
    public static string Link(Uri address, string label) => $"<{Escape(Address(address))}|{Label(label)}>";

    /// <summary>A moment, which each reader sees in the own time zone.</summary>
    /// <param name="moment">To the second.</param>
    /// <param name="format">
    /// Such as <c>{date_short_pretty} at {time}</c>: <see href="https://docs.slack.dev/messaging/formatting-message-text#date-formatting"/>.
    /// </param>
    /// <param name="fallback">What old programs show.</param>
    public static string Date(DateTimeOffset moment, string format, string fallback) =>
        $"<!date^{moment.ToUnixTimeSeconds()}^{Label(format).Replace('^', ' ')}|{Label(fallback)}>";

    /// <summary>Behind an at sign or number sign, and within what would begin an address.</summary>
    private static bool IsTornAfter(string text, int index) => text[index] switch
    {
        '@' or '#' => true,
        ':' => index + 1 < text.Length && (text[index + 1] == '/' || (char.IsLetterOrDigit(text[index + 1]) && index > 0 && char.IsLetter(text[index - 1]))),
        '.' => index + 1 < text.Length && char.IsLetterOrDigit(text[index + 1]) && index > 0 && char.IsLetterOrDigit(text[index - 1]),
        _ => false,
    };

    private static string Id(string id) =>
        id.Length > 0 && id.All(char.IsAsciiLetterOrDigit) ? id : throw new ArgumentException("An id is letters and digits.", nameof(id));

    private static string Address(Uri address) => address.AbsoluteUri.Replace("|", "%7C", StringComparison.Ordinal);

    /// <summary>A label ends at its bracket, and its lines are one.</summary>
    private static string Label(string label) => Escape(label).Replace('\n', ' ').Replace('\r', ' ').Replace('|', '¦');
}
