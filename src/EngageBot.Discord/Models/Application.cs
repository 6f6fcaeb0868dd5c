using System.Text.Json.Serialization;

namespace EngageBot.Discord.Models;

/// <summary>The application the bot belongs to. <see href="https://discord.com/developers/docs/resources/application#application-object"/>.</summary>
public sealed record Application
{
    [JsonRequired]
    public Snowflake Id { get; set; }

    public string? Name { get; set; }

    public ApplicationFlags Flags { get; set; }

    public User? Bot { get; set; }

    public int? ApproximateGuildCount { get; set; }
}
