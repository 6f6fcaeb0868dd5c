using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>A role was deleted. <see href="https://discord.com/developers/docs/events/gateway-events#guild-role-delete"/>.</summary>
public sealed record GuildRoleDeleteEvent : GatewayEvent
{
    [JsonRequired]
    public Snowflake GuildId { get; set; }

    [JsonRequired]
    public Snowflake RoleId { get; set; }
}
