using EngageBot.Chat.Words;

namespace EngageBot.SelfPromotion;

/// <summary>Where links lead, roughly, and which words are links without a scheme ("example.com").</summary>
internal static class LinkKinds
{
    private static readonly (PromotionSign Sign, string[] Parts)[] Kinds =
    [
        (PromotionSign.ShopLink, ["amazon.", "amzn.", "etsy.", "ebay.", "gumroad.", "patreon.", "ko-fi.", "buymeacoffee.", "shop", "store", "kickstarter.", "indiegogo.", "opensea.", "udemy.", "fiverr.", "onlyfans."]),
        (PromotionSign.ChatLink, ["t.me", "wa.me", "discord.gg", "discord.com/invite", "telegram.", "chat.whatsapp."]),
        (PromotionSign.ShortLink, ["bit.ly", "linktr.ee", "tinyurl.", "ift.tt", "buff.ly", "rb.gy", "cutt.ly", "lnk.", "beacons.ai"]),
        (PromotionSign.VideoLink, ["youtu", "twitch.", "tiktok.", "vimeo.", "spotify.", "soundcloud.", "instagram.", "medium.com", "substack."]),
        (PromotionSign.CodeLink, ["github.", "gitlab.", "arxiv.", "stackoverflow.", "wikipedia.", "docs.", "npmjs."]),
        (PromotionSign.TaggedLink, ["ref=", "/ref", "referral", "/join", "/invite", "utm_", "aff", "promo", "coupon", "?r=", "signup", "tag="]),
    ];

    private static readonly HashSet<uint> Endings = [.. "com io fun xyz app ai me gg net org co money shop store so dev to tv ly us de fr es br uk eu link site online live club finance world pro info cc top".Split(' ').Select(ending => WordHash.Of(ending))];

    public static void Read(ReadOnlySpan<char> link, PromotionFeatures features)
    {
        foreach (var (sign, parts) in Kinds)
        {
            foreach (var part in parts)
            {
                if (link.Contains(part, StringComparison.OrdinalIgnoreCase))
                {
                    features.Add(sign);
                    break;
                }
            }
        }
    }

    /// <summary>The name of a site as it stands in a link, without its scheme and "www.".</summary>
    public static ReadOnlySpan<char> HostOf(ReadOnlySpan<char> link)
    {
        var host = link[(link.IndexOf("://", StringComparison.Ordinal) + 3)..];
        var end = host.IndexOfAny('/', '?', '#');
        host = end < 0 ? host : host[..end];
        return host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
    }

    /// <summary>A word with a dot whose last part is an ending that people advertise under.</summary>
    public static bool IsBareDomain(ReadOnlySpan<char> word)
    {
        var dot = word.LastIndexOf('.');
        return dot > 0 && word.Length - dot <= 8 && Endings.Contains(WordHash.Of(word[(dot + 1)..]));
    }
}
