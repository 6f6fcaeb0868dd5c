using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>Many messages were deleted at once. <see href="https://discord.com/developers/docs/events/gateway-events#message-delete-bulk"/>.</summary>
public sealed record MessageDeleteBulkEvent : GatewayEvent
{
    [JsonRequired]
    public IReadOnlyList<Snowflake> Ids { get; set; } = [];

    [JsonRequired]
    public Snowflake ChannelId { get; set; }

    public Snowflake? GuildId { get; set; }
}
