using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>A thread was deleted. <see href="https://discord.com/developers/docs/events/gateway-events#thread-delete"/>.</summary>
public sealed record ThreadDeleteEvent : GatewayEvent
{
    [JsonRequired]
    public Snowflake Id { get; set; }

    [JsonRequired]
    public Snowflake GuildId { get; set; }

    public Snowflake? ParentId { get; set; }

    public ChannelType Type { get; set; }
}
