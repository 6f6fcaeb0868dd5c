using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>All reactions of a message with one emoji were removed. <see href="https://discord.com/developers/docs/events/gateway-events#message-reaction-remove-emoji"/>.</summary>
public sealed record MessageReactionRemoveEmojiEvent : GatewayEvent
{
    [JsonRequired]
    public Snowflake ChannelId { get; set; }

    [JsonRequired]
    public Snowflake MessageId { get; set; }

    public Snowflake? GuildId { get; set; }

    [JsonRequired]
    public Emoji Emoji { get; set; } = new();
}
