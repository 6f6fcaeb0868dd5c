using EngageBot.Communities;

namespace EngageBot.Outbox;

/// <summary>What may be said in public. What one member may be shown is <see cref="Visibility"/>'s to say.</summary>
internal static class VisibilityPolicy
{
    /// <summary>Whether the bot may speak of what was written in a channel: everybody can read it, or somebody decided that it is looked after.</summary>
    public static bool MaySpeakOf(bool isForEveryone, string name, string id, CommunityRules rules) =>
        isForEveryone ? rules.Watches(name, id) : rules.Watches(name, id) && rules.IsWatchedByName(name, id);

    /// <summary>Whether what was written in a channel may be shown in another, or in itself: everybody there can read it.</summary>
    /// <param name="isForEveryone">Everybody in the community can read it.</param>
    public static bool MayBeShownIn<T>(T place, T channel, bool isForEveryone)
        where T : struct => isForEveryone || EqualityComparer<T>.Default.Equals(place, channel);

    /// <summary>
    /// Whether moderators may be told, where they hear from the bot, of what was written in a channel, its name among it: everybody can read it, or it is their own channel, or
    /// somebody who manages it decided that it is looked after.
    /// </summary>
    public static bool MayBeToldIn<T>(T place, T channel, bool isForEveryone, string name, string id, CommunityRules rules)
        where T : struct => MayBeShownIn(place, channel, isForEveryone) || rules.IsWatchedByName(name, id);
}
