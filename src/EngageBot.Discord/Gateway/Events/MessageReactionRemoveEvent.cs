using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>Somebody took a reaction back. <see href="https://discord.com/developers/docs/events/gateway-events#message-reaction-remove"/>.</summary>
public sealed record MessageReactionRemoveEvent : GatewayEvent
{
    [JsonRequired]
    public Snowflake UserId { get; set; }

    [JsonRequired]
    public Snowflake ChannelId { get; set; }

    [JsonRequired]
    public Snowflake MessageId { get; set; }

    public Snowflake? GuildId { get; set; }

    [JsonRequired]
    public Emoji Emoji { get; set; } = new();

    public bool Burst { get; set; }
}
