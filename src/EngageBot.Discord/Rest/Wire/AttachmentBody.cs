using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest.Wire;

/// <summary>A file of a message: one that is sent with it, by its place among the files, or one that stays.</summary>
internal sealed record AttachmentBody
{
    // Zero is the first file: it must not be left out as the default of its type.
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Snowflake Id { get; init; }

    public string? Filename { get; init; }

    public string? Description { get; init; }
}
