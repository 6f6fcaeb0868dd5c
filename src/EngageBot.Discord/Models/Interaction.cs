using System.Text.Json.Serialization;

namespace EngageBot.Discord.Models;

/// <summary>
/// A command, a click or a form that waits for an answer. Its token lives 15 minutes and must not be logged.
/// <see href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object"/>.
/// </summary>
public sealed record Interaction
{
    [JsonRequired]
    public Snowflake Id { get; set; }

    [JsonRequired]
    public Snowflake ApplicationId { get; set; }

    [JsonRequired]
    public InteractionType Type { get; set; }

    [JsonRequired]
    public string Token { get; set; } = "";

    /// <summary>None for a ping.</summary>
    public InteractionData? Data { get; set; }

    public Snowflake? GuildId { get; set; }

    public Snowflake? ChannelId { get; set; }

    public Channel? Channel { get; set; }

    /// <summary>Who did it, in a guild.</summary>
    public Member? Member { get; set; }

    /// <summary>Who did it, in a direct message.</summary>
    public User? User { get; set; }

    /// <summary>The message whose component was used.</summary>
    public Message? Message { get; set; }

    /// <summary>What the bot may do there.</summary>
    public Permissions? AppPermissions { get; set; }

    public string? Locale { get; set; }

    public string? GuildLocale { get; set; }

    public override string ToString() => $"Interaction {Id} ({Type})";
}
