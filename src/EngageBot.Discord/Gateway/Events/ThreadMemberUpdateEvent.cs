using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>The bot's own membership of a thread changed. <see href="https://discord.com/developers/docs/events/gateway-events#thread-member-update"/>.</summary>
public sealed record ThreadMemberUpdateEvent : GatewayEvent
{
    [JsonRequired]
    public Snowflake Id { get; set; }

    [JsonRequired]
    public Snowflake GuildId { get; set; }

    public Snowflake? UserId { get; set; }

    public DateTimeOffset? JoinTimestamp { get; set; }
}
