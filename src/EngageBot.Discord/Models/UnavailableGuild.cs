using System.Text.Json.Serialization;

namespace EngageBot.Discord.Models;

/// <summary>
/// A guild that is not loaded yet, has an outage, or is left. <see href="https://discord.com/developers/docs/resources/guild#unavailable-guild-object"/>.
/// </summary>
public sealed record UnavailableGuild
{
    [JsonRequired]
    public Snowflake Id { get; set; }

    /// <summary>False in a GUILD_DELETE when the bot was removed.</summary>
    public bool Unavailable { get; set; }
}
