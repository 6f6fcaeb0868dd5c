using System.Text.RegularExpressions;

namespace EngageBot.Chat;

/// <summary>
/// The beginning of what a member wrote, made fit to be quoted by the bot in public: nothing in it pings, links, or is read as markup, on any platform.
/// </summary>
public static partial class Excerpt
{
    private const int Longest = 90;

    /// <summary>Longer texts are cut first: what is quoted stands at the beginning.</summary>
    private const int Read = 1_000;

    /// <summary>Empty where nothing fit to be quoted is left.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        try
        {
            var readable = ReadableText.Of(text.Length > Read ? text[..Read] : text, _ => null);
            return OneLine.Of(Plain(Addresses().Replace(readable, "(link)")), Longest).Trim();
        }
        catch (RegexMatchTimeoutException)
        {
            return string.Empty; // Somebody found a text that makes the machine stand still: it is not quoted.
        }
    }

    /// <summary>Look-alikes take the place of what platforms read as mentions and markup: to escape it would be right on one of them only.</summary>
    private static string Plain(string text) => string.Create(text.Length, text, static (plain, from) =>
    {
        for (var at = 0; at < from.Length; at++)
        {
            plain[at] = from[at] switch
            {
                '@' or '＠' => '·',
                '<' => '‹',
                '>' => '›',
                '[' => '(',
                ']' => ')',
                '*' or '~' or '|' or '#' or '\\' or '&' => ' ',
                '_' => '-',
                '`' or '"' => '\'',
                ':' => '.', // Names of emoji stand between colons.
                var other => other,
            };
        }
    });

    [GeneratedRegex(
        @"\w{1,20}://[^\s<>|]{1,2000}|\bwww\.[^\s<>|]{1,2000}|\b[\w-]{1,60}\.(gg|me|ly|com|net|org|io|co|app|xyz|link|site|shop)/[^\s<>|]{1,2000}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 200)]
    private static partial Regex Addresses();
}
