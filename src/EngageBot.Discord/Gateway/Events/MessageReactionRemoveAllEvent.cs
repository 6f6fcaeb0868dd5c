using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>All reactions of a message were removed. <see href="https://discord.com/developers/docs/events/gateway-events#message-reaction-remove-all"/>.</summary>
public sealed record MessageReactionRemoveAllEvent : GatewayEvent
{
    [JsonRequired]
    public Snowflake ChannelId { get; set; }

    [JsonRequired]
    public Snowflake MessageId { get; set; }

    public Snowflake? GuildId { get; set; }
}
