using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>A role was made. <see href="https://discord.com/developers/docs/events/gateway-events#guild-role-create"/>.</summary>
public sealed record GuildRoleCreateEvent : GatewayEvent
{
    [JsonRequired]
    public Snowflake GuildId { get; set; }

    [JsonRequired]
    public Role Role { get; set; } = new();
}
