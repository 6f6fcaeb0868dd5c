using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>Somebody left a guild or was removed; needs the intent GUILD_MEMBERS. <see href="https://discord.com/developers/docs/events/gateway-events#guild-member-remove"/>.</summary>
public sealed record GuildMemberRemoveEvent : GatewayEvent
{
    [JsonRequired]
    public Snowflake GuildId { get; set; }

    [JsonRequired]
    public User User { get; set; } = new();
}
