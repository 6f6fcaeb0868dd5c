using System.Text.Json.Serialization;

namespace EngageBot.Discord.Models;

/// <summary>
/// A user a message mentions; in the gateway's events with the member. <see href="https://discord.com/developers/docs/events/gateway-events#message-create"/>.
/// </summary>
public sealed record MentionedUser
{
    [JsonRequired]
    public Snowflake Id { get; set; }

    public string Username { get; set; } = "";

    public string? GlobalName { get; set; }

    public bool Bot { get; set; }

    public Member? Member { get; set; }
}
