using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest;

/// <summary>A tag for a forum to offer. <see href="https://discord.com/developers/docs/resources/channel#forum-tag-object"/>.</summary>
/// <param name="Name">1 to 20 characters.</param>
public sealed record ForumTagProperties(string Name)
{
    /// <summary>Of a tag that is there already.</summary>
    public Snowflake? Id { get; init; }

    /// <summary>Only who may manage threads can put it on or take it off.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool Moderated { get; init; }

    /// <summary>A guild's own emoji.</summary>
    public Snowflake? EmojiId { get; init; }

    /// <summary>One of Unicode's.</summary>
    public string? EmojiName { get; init; }
}
