using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>A role changed. <see href="https://discord.com/developers/docs/events/gateway-events#guild-role-update"/>.</summary>
public sealed record GuildRoleUpdateEvent : GatewayEvent
{
    [JsonRequired]
    public Snowflake GuildId { get; set; }

    [JsonRequired]
    public Role Role { get; set; } = new();
}
