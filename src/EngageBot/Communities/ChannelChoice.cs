namespace EngageBot.Communities;

/// <summary>What moderators may say of a channel, and what that makes of the rules.</summary>
internal static class ChannelChoice
{
    public const string Watch = "watch";
    public const string Ignore = "ignore";
    public const string Promotion = "promotion";
    public const string Usual = "usual";

    public static readonly IReadOnlyList<string> All = [Watch, Ignore, Promotion, Usual];

    /// <summary>The rules with that channel so; null where no channel at all would be looked after: nothing named would mean all of them.</summary>
    /// <param name="choice">One of <see cref="All"/>.</param>
    public static CommunityRules? Of(CommunityRules rules, string choice, string name, string id)
    {
        switch (choice)
        {
            case Watch:
                // Where all are looked after they still are: one that is named is so besides, which matters for a private one.
                var watched = rules.WatchedChannels.Count == 0 ? [CommunityRules.AllChannels] : rules.WatchedChannels;
                return rules with { WatchedChannels = With(watched, name, id), IgnoredChannels = Without(rules.IgnoredChannels, name, id) };
            case Ignore:
                return Unwatched(rules, name, id) is { } ignoring ? ignoring with { IgnoredChannels = With(rules.IgnoredChannels, name, id) } : null;
            case Promotion:
                return rules with { PromotionChannels = With(rules.PromotionChannels, name, id) };
            default:
                return Unwatched(rules, name, id) is not { } usual ? null : usual with
                {
                    IgnoredChannels = Without(rules.IgnoredChannels, name, id),
                    PromotionChannels = Without(rules.PromotionChannels, name, id),
                };
        }
    }

    private static CommunityRules? Unwatched(CommunityRules rules, string name, string id)
    {
        var left = Without(rules.WatchedChannels, name, id);
        return left.Count == 0 && rules.WatchedChannels.Count > 0 ? null : rules with { WatchedChannels = left is [CommunityRules.AllChannels] ? [] : left };
    }

    private static IReadOnlyList<string> With(IReadOnlyList<string> channels, string name, string id) =>
        channels.Any(channel => CommunityRules.IsNamed(channel, name, id)) ? channels : [.. channels, id];

    private static IReadOnlyList<string> Without(IReadOnlyList<string> channels, string name, string id) =>
        [.. channels.Where(channel => !CommunityRules.IsNamed(channel, name, id))];
}
