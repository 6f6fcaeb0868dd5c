using System.Text.Json.Serialization;

namespace EngageBot.Discord.Models;

/// <summary>A tag a forum offers. <see href="https://discord.com/developers/docs/resources/channel#forum-tag-object"/>.</summary>
public sealed record ForumTag
{
    [JsonRequired]
    public Snowflake Id { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Only who may manage threads can put it on or take it off.</summary>
    public bool Moderated { get; set; }

    public Snowflake? EmojiId { get; set; }

    public string? EmojiName { get; set; }
}
