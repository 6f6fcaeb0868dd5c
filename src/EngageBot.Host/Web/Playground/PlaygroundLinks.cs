using System.Text.RegularExpressions;

namespace EngageBot.Host.Web.Playground;

/// <summary>Addresses in the Playground, and those that the bot writes for messages, which are none that a browser could open.</summary>
internal static partial class PlaygroundLinks
{
    /// <param name="member">As whom to look.</param>
    public static string To(string member, string channel) => $"/?as={Uri.EscapeDataString(member)}&channel={Uri.EscapeDataString(channel)}";

    /// <summary>A text in parts, each with the address where it leads; null for nowhere. What makes words strong is taken off.</summary>
    /// <param name="link">What stands for the address of a message.</param>
    public static IEnumerable<(string Text, string? Address)> Split(string text, string member, string link)
    {
        var end = 0;
        foreach (Match match in Message().Matches(text))
        {
            yield return (Plain(text[end..match.Index]), null);
            var number = match.Groups["number"].Value;
            yield return (link, $"{To(member, match.Groups["channel"].Value)}&message={number}#m{number}");
            end = match.Index + match.Length;
        }

        yield return (Plain(text[end..]), null);
    }

    /// <summary>An address that the bot wrote for a message, as one that a browser can open.</summary>
    public static string Local(string address) => Message().Replace(address, match =>
        $"/?channel={match.Groups["channel"].Value}&message={match.Groups["number"].Value}#m{match.Groups["number"].Value}");

    private static string Plain(string text) => text.Replace("**", string.Empty, StringComparison.Ordinal);

    [GeneratedRegex(@"http://playground\.invalid/\?channel=(?<channel>\w{1,20})&message=(?<number>[0-9]{1,12})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Message();
}
