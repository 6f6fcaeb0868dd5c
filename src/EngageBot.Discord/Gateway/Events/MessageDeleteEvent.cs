using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>A message was deleted. <see href="https://discord.com/developers/docs/events/gateway-events#message-delete"/>.</summary>
public sealed record MessageDeleteEvent : GatewayEvent
{
    [JsonRequired]
    public Snowflake Id { get; set; }

    [JsonRequired]
    public Snowflake ChannelId { get; set; }

    public Snowflake? GuildId { get; set; }
}
