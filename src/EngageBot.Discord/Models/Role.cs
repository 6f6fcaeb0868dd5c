using System.Text.Json.Serialization;

namespace EngageBot.Discord.Models;

/// <summary>A role; the one with the guild's id is everyone's. <see href="https://discord.com/developers/docs/topics/permissions#role-object"/>.</summary>
public sealed record Role
{
    [JsonRequired]
    public Snowflake Id { get; set; }

    public string Name { get; set; } = "";

    public int Position { get; set; }

    public Permissions Permissions { get; set; }

    /// <summary>Belongs to an integration or a bot.</summary>
    public bool Managed { get; set; }

    public bool Mentionable { get; set; }
}
