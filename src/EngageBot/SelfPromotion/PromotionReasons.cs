namespace EngageBot.SelfPromotion;

/// <summary>Says in a few words what in a text speaks for promotion: for moderators, who decide.</summary>
internal static class PromotionReasons
{
    private const int Most = 3;
    private const string OwnLink = "own link";
    private const string Link = "link";

    private static readonly (string Words, PromotionConcept[] Concepts, PromotionSign[] Signs)[] Reasons =
    [
        ("giveaway", [PromotionConcept.Giveaway, PromotionConcept.Whitelist, PromotionConcept.Airdrop], []),
        ("price and discount", [PromotionConcept.Discount, PromotionConcept.Price], [PromotionSign.Money, PromotionSign.CouponCode]),
        ("invites to buy", [PromotionConcept.Buy, PromotionConcept.Mint], [PromotionSign.ShopLink]),
        ("asks to follow", [PromotionConcept.Follow, PromotionConcept.Share], []),
        ("referral link", [PromotionConcept.Referral], [PromotionSign.TaggedLink]),
        ("asks to write in private", [PromotionConcept.Contact], [PromotionSign.ChatLink]),
        ("asks to sign up or join", [PromotionConcept.SignUp, PromotionConcept.Join, PromotionConcept.Claim], []),
        ("promises earnings", [PromotionConcept.Earn], []),
        ("invites to try or read", [PromotionConcept.TryIt, PromotionConcept.Here], [PromotionSign.Pointer]),
        ("announces a launch", [PromotionConcept.Launch, PromotionConcept.Available, PromotionConcept.Partner], []),
        ("course, channel or newsletter", [PromotionConcept.Lesson, PromotionConcept.Show], []),
        ("urges to hurry", [PromotionConcept.Urgency], []),
        ("praises", [PromotionConcept.Best, PromotionConcept.Hype], []),
    ];

    /// <summary>Every reason that there can be; each is told in all languages (see Texts, <c>queue.reason</c>).</summary>
    public static IEnumerable<string> All => [.. Reasons.Select(reason => reason.Words), OwnLink, Link];

    public static IReadOnlyList<string> Of(PromotionFeatures features)
    {
        var found = Reasons
            .Select((reason, place) => (reason.Words, Weight: WeightOf(reason, features), Place: place))
            .Where(reason => reason.Weight > 0)
            .OrderByDescending(reason => reason.Weight)
            .ThenBy(reason => reason.Place)
            .Select(reason => reason.Words);
        var link = features[PromotionSign.Link] > 0 || features[PromotionSign.BareDomain] > 0
            ? features[PromotionConcept.We] > 0 || features[PromotionConcept.Self] > 0 ? OwnLink : Link
            : null;
        return [.. (link is null ? found : found.Prepend(link)).Take(Most)];
    }

    private static float WeightOf((string Words, PromotionConcept[] Concepts, PromotionSign[] Signs) reason, PromotionFeatures features) =>
        reason.Concepts.Sum(concept => features[concept]) + reason.Signs.Sum(sign => features[sign]);
}
