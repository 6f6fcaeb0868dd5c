using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>Somebody reacted to a message. <see href="https://discord.com/developers/docs/events/gateway-events#message-reaction-add"/>.</summary>
public sealed record MessageReactionAddEvent : GatewayEvent
{
    [JsonRequired]
    public Snowflake UserId { get; set; }

    [JsonRequired]
    public Snowflake ChannelId { get; set; }

    [JsonRequired]
    public Snowflake MessageId { get; set; }

    public Snowflake? GuildId { get; set; }

    /// <summary>Who reacted, in a guild.</summary>
    public Member? Member { get; set; }

    [JsonRequired]
    public Emoji Emoji { get; set; } = new();

    public Snowflake? MessageAuthorId { get; set; }

    /// <summary>A super reaction.</summary>
    public bool Burst { get; set; }
}
