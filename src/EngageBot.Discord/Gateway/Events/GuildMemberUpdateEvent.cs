using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>A member changed; without the intent GUILD_MEMBERS only the bot itself. <see href="https://discord.com/developers/docs/events/gateway-events#guild-member-update"/>.</summary>
public sealed record GuildMemberUpdateEvent : GatewayEvent
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
