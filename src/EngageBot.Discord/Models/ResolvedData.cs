namespace EngageBot.Discord.Models;

/// <summary>
/// The things whose ids an interaction names.
/// <see href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-resolved-data-structure"/>.
/// </summary>
public sealed record ResolvedData
{
    public IReadOnlyDictionary<Snowflake, User>? Users { get; set; }

    public IReadOnlyDictionary<Snowflake, Member>? Members { get; set; }

    public IReadOnlyDictionary<Snowflake, Role>? Roles { get; set; }

    public IReadOnlyDictionary<Snowflake, Channel>? Channels { get; set; }

    public IReadOnlyDictionary<Snowflake, Message>? Messages { get; set; }
}
