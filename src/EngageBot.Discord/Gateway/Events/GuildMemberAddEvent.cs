using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>Somebody joined a guild; needs the intent GUILD_MEMBERS. <see href="https://discord.com/developers/docs/events/gateway-events#guild-member-add"/>.</summary>
public sealed record GuildMemberAddEvent : GatewayEvent
{
    [JsonRequired]
    public Snowflake GuildId { get; set; }

    [JsonRequired]
    public User User { get; set; } = new();

    public string? Nick { get; set; }

    public IReadOnlyList<Snowflake> Roles { get; set; } = [];

    public DateTimeOffset? JoinedAt { get; set; }

    /// <summary>Has not passed the guild's rules screening yet.</summary>
    public bool Pending { get; set; }

    /// <summary>May not speak until then.</summary>
    public DateTimeOffset? CommunicationDisabledUntil { get; set; }
}
