using System.Buffers;
using System.Globalization;
using System.Net;
using EngageBot.Chat.Words;

namespace EngageBot.SelfPromotion;

/// <summary>
/// Whom a text links to: the part of each host that somebody registered, in small letters, in the spelling that name servers know ("xn--…"). Where many
/// people have their own page under one domain, the page's name stays.
/// </summary>
internal static class LinkDomains
{
    /// <summary>More links than this are a list; its first ones tell enough.</summary>
    public const int Most = 8;

    private const int LongestHost = 253;

    private static readonly SearchValues<char> HostCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-_");

    private static readonly IdnMapping Idn = new() { AllowUnassigned = true };

    /// <summary>Under these names of a country, domains are registered one step further down.</summary>
    private static readonly HashSet<string> SecondLevels = ["co", "com", "org", "net", "ac", "gov", "edu", "ne", "or", "go", "gob", "gouv", "mil"];

    /// <summary>Under these domains everybody has a page of his own.</summary>
    private static readonly HashSet<string> SharedHosts =
    [
        "github.io", "gitlab.io", "blogspot.com", "wordpress.com", "substack.com", "itch.io", "netlify.app", "vercel.app", "herokuapp.com", "pages.dev", "web.app",
        "tumblr.com", "bandcamp.com", "myshopify.com", "gumroad.com", "wixsite.com", "weebly.com", "carrd.co", "notion.site", "lovable.app", "neocities.org",
    ];

    /// <summary>The domains of a text's links, each once.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            return [];
        }

        List<string> domains = [];
        var reader = new WordReader(text);
        while (domains.Count < Most && reader.MoveNext())
        {
            if (reader.Kind == WordKind.Link && OfLink(reader.Word) is { } domain && !domains.Contains(domain))
            {
                domains.Add(domain);
            }
        }

        return domains;
    }

    /// <summary>The domain of one link; null where it has no host that could exist.</summary>
    public static string? OfLink(ReadOnlySpan<char> link)
    {
        var host = HostOf(link).Trim('.');
        if (host.Length is 0 or > LongestHost || Spelled(host) is not { } spelled)
        {
            return null;
        }

        return IPAddress.TryParse(spelled, out _) ? spelled : Registered(spelled);
    }

    private static ReadOnlySpan<char> HostOf(ReadOnlySpan<char> link)
    {
        var start = link.IndexOf("://", StringComparison.Ordinal);
        var rest = start < 0 ? link : link[(start + 3)..];
        var path = rest.IndexOfAny("/?#\\"); // Browsers take a backslash for a slash.
        var authority = path < 0 ? rest : rest[..path];
        authority = authority[(authority.LastIndexOf('@') + 1)..];
        var end = authority.IndexOf(':');
        return end < 0 ? authority : authority[..end];
    }

    private static string? Spelled(ReadOnlySpan<char> host)
    {
        var spelled = host.ToString().ToLowerInvariant();
        if (!System.Text.Ascii.IsValid(spelled))
        {
            try
            {
                spelled = Idn.GetAscii(spelled).ToLowerInvariant();
            }
            catch (ArgumentException)
            {
                return null; // No name server knows such a name.
            }
        }

        return spelled.AsSpan().ContainsAnyExcept(HostCharacters) || spelled.Contains("..", StringComparison.Ordinal) ? null : spelled;
    }

    private static string? Registered(string host)
    {
        var labels = host.Split('.');
        if (labels.Length < 2)
        {
            return null;
        }

        var two = $"{labels[^2]}.{labels[^1]}";
        var isDeeper = labels.Length > 2 && labels[^3] != "www" && (SharedHosts.Contains(two) || (labels[^1].Length == 2 && SecondLevels.Contains(labels[^2])));
        return isDeeper ? $"{labels[^3]}.{two}" : two;
    }
}
