using System.Text.Json.Serialization;

namespace EngageBot.Discord.Models;

/// <summary>A user. <see href="https://discord.com/developers/docs/resources/user#user-object"/>.</summary>
public sealed record User
{
    [JsonRequired]
    public Snowflake Id { get; set; }

    public string Username { get; set; } = "";

    /// <summary>The name the user chose to be shown by.</summary>
    public string? GlobalName { get; set; }

    public bool Bot { get; set; }

    /// <summary>Discord itself.</summary>
    public bool System { get; set; }

    public string? Locale { get; set; }
}
