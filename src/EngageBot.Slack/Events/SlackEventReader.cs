using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EngageBot.Slack.Models.Events;

namespace EngageBot.Slack.Events;

/// <summary>Which record an event becomes, by its type. <see href="https://docs.slack.dev/reference/events"/>.</summary>
internal static class SlackEventReader
{
    private static readonly FrozenDictionary<string, Func<JsonElement, SlackEvent>> Events = new Dictionary<string, Func<JsonElement, SlackEvent>>(StringComparer.Ordinal)
    {
        ["message"] = As(SlackJson.Default.Message, message => new MessageEvent(message)),
        ["reaction_added"] = As(SlackJson.Default.ReactionAddedEvent),
        ["reaction_removed"] = As(SlackJson.Default.ReactionRemovedEvent),
        ["member_joined_channel"] = As(SlackJson.Default.MemberJoinedChannelEvent),
        ["member_left_channel"] = As(SlackJson.Default.MemberLeftChannelEvent),
        ["team_join"] = As(SlackJson.Default.TeamJoinEvent),
        ["user_change"] = As(SlackJson.Default.UserChangeEvent),
        ["subteam_created"] = As(SlackJson.Default.SubteamUpdatedEvent),
        ["subteam_updated"] = As(SlackJson.Default.SubteamUpdatedEvent),
        ["subteam_members_changed"] = As(SlackJson.Default.SubteamMembersChangedEvent),
        ["app_home_opened"] = As(SlackJson.Default.AppHomeOpenedEvent),
        ["channel_created"] = As(SlackJson.Default.ChannelCreatedEvent),
        ["channel_rename"] = As(SlackJson.Default.ChannelRenameEvent),
        ["group_rename"] = As(SlackJson.Default.ChannelRenameEvent, renamed => renamed with { IsGroup = true }),
        ["channel_archive"] = As(SlackJson.Default.ChannelArchiveEvent),
        ["group_archive"] = As(SlackJson.Default.ChannelArchiveEvent, archived => archived with { IsGroup = true }),
        ["channel_unarchive"] = As(SlackJson.Default.ChannelUnarchiveEvent),
        ["group_unarchive"] = As(SlackJson.Default.ChannelUnarchiveEvent, back => back with { IsGroup = true }),
        ["channel_deleted"] = As(SlackJson.Default.ChannelDeletedEvent),
        ["group_deleted"] = As(SlackJson.Default.ChannelDeletedEvent, deleted => deleted with { IsGroup = true }),
        ["channel_left"] = As(SlackJson.Default.ChannelLeftEvent),
        ["group_left"] = As(SlackJson.Default.ChannelLeftEvent, left => left with { IsGroup = true }),
        ["app_uninstalled"] = _ => new AppUninstalledEvent(),
        ["tokens_revoked"] = As(SlackJson.Default.TokensRevokedEvent),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The events that are read.</summary>
    public static IEnumerable<string> Types => Events.Keys;

    /// <exception cref="JsonException">The event is not what its type promises.</exception>
    public static SlackEvent Read(string type, JsonElement json) => Events.TryGetValue(type, out var read) ? read(json) : new UnknownEvent(type);

    private static Func<JsonElement, SlackEvent> As<T>(JsonTypeInfo<T> type)
        where T : SlackEvent => As(type, read => read);

    private static Func<JsonElement, SlackEvent> As<T>(JsonTypeInfo<T> type, Func<T, SlackEvent> wrap) =>
        json => wrap(json.Deserialize(type) ?? throw new JsonException("It is empty."));
}
