namespace EngageBot.SelfPromotion;

/// <summary>Whether a domain is a member's own, as far as a community can tell: he keeps linking to it, and hardly anybody else does.</summary>
internal static class OwnDomainPolicy
{
    private const int Fewest = 3;

    /// <summary>So many links of his for each other member who links there.</summary>
    private const int ForEachOther = 3;

    /// <summary>Everybody's, however few link there.</summary>
    private static readonly HashSet<string> Common =
    [
        "youtube.com", "youtu.be", "vimeo.com", "twitch.tv", "tiktok.com", "instagram.com", "facebook.com", "twitter.com", "x.com", "bsky.app", "reddit.com", "linkedin.com", "discord.com", "discord.gg",
        "slack.com", "t.me", "wikipedia.org", "wikimedia.org", "google.com", "goo.gl", "bing.com", "duckduckgo.com", "github.com", "gitlab.com", "codeberg.org", "stackoverflow.com", "stackexchange.com",
        "microsoft.com", "apple.com", "mozilla.org", "debian.org", "ubuntu.com", "python.org", "npmjs.com", "imgur.com", "tenor.com", "giphy.com", "gyazo.com", "pastebin.com", "bit.ly", "tinyurl.com",
        "amazon.com", "amazon.de", "ebay.com", "steampowered.com", "spotify.com", "soundcloud.com", "medium.com", "archive.org", "arxiv.org", "zoom.us", "bbc.co.uk", "nytimes.com",
    ];

    /// <summary>Whether anything can be told by who links there.</summary>
    public static bool MayBeOwn(string domain) => !Common.Contains(domain);

    /// <param name="times">Messages of the member that link there.</param>
    /// <param name="others">Other members who do.</param>
    public static bool IsOwn(string domain, int times, int others) => times >= Fewest && others * ForEachOther <= times && MayBeOwn(domain);
}
