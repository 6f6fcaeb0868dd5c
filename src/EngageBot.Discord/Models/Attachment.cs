using System.Text.Json.Serialization;

namespace EngageBot.Discord.Models;

/// <summary>A file of a message. <see href="https://discord.com/developers/docs/resources/message#attachment-object"/>.</summary>
public sealed record Attachment
{
    [JsonRequired]
    public Snowflake Id { get; set; }

    public string? Filename { get; set; }

    public string? Description { get; set; }

    public string? ContentType { get; set; }

    public long? Size { get; set; }

    public string? Url { get; set; }
}
