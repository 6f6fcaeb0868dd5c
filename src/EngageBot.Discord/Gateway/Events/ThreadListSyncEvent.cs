using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>The bot gained access to channels: their active threads, in place of all it knew of them. <see href="https://discord.com/developers/docs/events/gateway-events#thread-list-sync"/>.</summary>
public sealed record ThreadListSyncEvent : GatewayEvent
{
    [JsonRequired]
    public Snowflake GuildId { get; set; }

    /// <summary>The channels meant; none means the whole guild. A channel without threads is listed too.</summary>
    public IReadOnlyList<Snowflake>? ChannelIds { get; set; }

    public IReadOnlyList<Channel> Threads { get; set; } = [];

    /// <summary>The bot's own memberships.</summary>
    public IReadOnlyList<ThreadMember> Members { get; set; } = [];
}
