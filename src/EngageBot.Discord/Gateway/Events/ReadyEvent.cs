using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway.Events;

/// <summary>A new session began; whatever happened before is to be read up. <see href="https://discord.com/developers/docs/events/gateway-events#ready"/>.</summary>
public sealed record ReadyEvent : GatewayEvent
{
    [JsonRequired]
    public User User { get; set; } = new();

    /// <summary>The guilds of this shard; each follows as a GUILD_CREATE.</summary>
    public IReadOnlyList<UnavailableGuild> Guilds { get; set; } = [];

    [JsonRequired]
    public string SessionId { get; set; } = "";

    [JsonRequired]
    public string ResumeGatewayUrl { get; set; } = "";

    /// <summary>The shard and how many there are.</summary>
    public IReadOnlyList<int> Shard { get; set; } = [];

    public Application? Application { get; set; }
}
