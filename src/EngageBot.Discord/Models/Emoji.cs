namespace EngageBot.Discord.Models;

/// <summary>
/// An emoji: Unicode's own by name, a guild's by id. <see href="https://discord.com/developers/docs/resources/emoji#emoji-object"/>.
/// </summary>
public sealed record Emoji
{
    public Snowflake? Id { get; set; }

    public string? Name { get; set; }

    public bool Animated { get; set; }
}
