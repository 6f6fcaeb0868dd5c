using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EngageBot.Discord.Gateway.Events;

namespace EngageBot.Discord.Gateway;

/// <summary>
/// Which record an event becomes, by its name. <see href="https://discord.com/developers/docs/events/gateway-events#receive-events"/>. The frequent ones
/// stand first, since the names are tried in order.
/// </summary>
internal static class GatewayEventReader
{
    private static readonly Entry[] Events =
    [
        As("MESSAGE_CREATE", DiscordJson.Default.Message, message => new MessageCreateEvent(message)),
        As("MESSAGE_REACTION_ADD", DiscordJson.Default.MessageReactionAddEvent),
        As("MESSAGE_UPDATE", DiscordJson.Default.MessageUpdateEvent),
        As("MESSAGE_REACTION_REMOVE", DiscordJson.Default.MessageReactionRemoveEvent),
        As("MESSAGE_DELETE", DiscordJson.Default.MessageDeleteEvent),
        As("INTERACTION_CREATE", DiscordJson.Default.Interaction, interaction => new InteractionCreateEvent(interaction)),
        As("GUILD_CREATE", DiscordJson.Default.Guild, guild => new GuildCreateEvent(guild)),
        As("GUILD_MEMBER_UPDATE", DiscordJson.Default.GuildMemberUpdateEvent),
        As("GUILD_MEMBER_ADD", DiscordJson.Default.GuildMemberAddEvent),
        As("GUILD_MEMBER_REMOVE", DiscordJson.Default.GuildMemberRemoveEvent),
        As("THREAD_CREATE", DiscordJson.Default.Channel, thread => new ThreadCreateEvent(thread)),
        As("THREAD_UPDATE", DiscordJson.Default.Channel, thread => new ThreadUpdateEvent(thread)),
        As("THREAD_DELETE", DiscordJson.Default.ThreadDeleteEvent),
        As("THREAD_LIST_SYNC", DiscordJson.Default.ThreadListSyncEvent),
        As("THREAD_MEMBER_UPDATE", DiscordJson.Default.ThreadMemberUpdateEvent),
        As("THREAD_MEMBERS_UPDATE", DiscordJson.Default.ThreadMembersUpdateEvent),
        As("CHANNEL_CREATE", DiscordJson.Default.Channel, channel => new ChannelCreateEvent(channel)),
        As("CHANNEL_UPDATE", DiscordJson.Default.Channel, channel => new ChannelUpdateEvent(channel)),
        As("CHANNEL_DELETE", DiscordJson.Default.Channel, channel => new ChannelDeleteEvent(channel)),
        As("GUILD_UPDATE", DiscordJson.Default.Guild, guild => new GuildUpdateEvent(guild)),
        As("GUILD_DELETE", DiscordJson.Default.UnavailableGuild, guild => new GuildDeleteEvent(guild)),
        As("GUILD_ROLE_CREATE", DiscordJson.Default.GuildRoleCreateEvent),
        As("GUILD_ROLE_UPDATE", DiscordJson.Default.GuildRoleUpdateEvent),
        As("GUILD_ROLE_DELETE", DiscordJson.Default.GuildRoleDeleteEvent),
        As("MESSAGE_DELETE_BULK", DiscordJson.Default.MessageDeleteBulkEvent),
        As("MESSAGE_REACTION_REMOVE_ALL", DiscordJson.Default.MessageReactionRemoveAllEvent),
        As("MESSAGE_REACTION_REMOVE_EMOJI", DiscordJson.Default.MessageReactionRemoveEmojiEvent),
        As("READY", DiscordJson.Default.ReadyEvent),
        new("RESUMED"u8.ToArray(), _ => new ResumedEvent()),
    ];

    /// <summary>The events that are read.</summary>
    public static IEnumerable<string> Names => Events.Select(entry => Encoding.UTF8.GetString(entry.Name));

    private delegate GatewayEvent Reader(ReadOnlySpan<byte> data);

    /// <exception cref="JsonException">The data is not what the event promises.</exception>
    public static GatewayEvent Read(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        foreach (var entry in Events)
        {
            if (name.SequenceEqual(entry.Name))
            {
                return entry.Read(data);
            }
        }

        return new UnknownEvent(Encoding.UTF8.GetString(name));
    }

    private static Entry As<T>(string name, JsonTypeInfo<T> type)
        where T : GatewayEvent => As(name, type, read => read);

    private static Entry As<T>(string name, JsonTypeInfo<T> type, Func<T, GatewayEvent> wrap) =>
        new(Encoding.UTF8.GetBytes(name), data => wrap(JsonSerializer.Deserialize(data, type) ?? throw new JsonException($"{name} is empty.")));

    private readonly record struct Entry(byte[] Name, Reader Read);
}
