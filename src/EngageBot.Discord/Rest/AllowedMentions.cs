using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest;

/// <summary>
/// Whom a message may notify, whatever its text says. Without anything set: nobody.
/// <see href="https://discord.com/developers/docs/resources/message#allowed-mentions-object"/>.
/// </summary>
public sealed record AllowedMentions
{
    /// <summary>Nobody.</summary>
    public static readonly AllowedMentions None = new();

    /// <summary>Whoever of these sorts the text names.</summary>
    public IReadOnlyList<AllowedMentionType> Parse { get; init; } = [];

    /// <summary>These users, at most 100, where the text names them.</summary>
    public IReadOnlyList<Snowflake>? Users { get; init; }

    /// <summary>These roles, at most 100, where the text names them.</summary>
    public IReadOnlyList<Snowflake>? Roles { get; init; }

    /// <summary>The author of the message that is replied to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool RepliedUser { get; init; }

    /// <summary>These users only.</summary>
    public static AllowedMentions Only(params IReadOnlyList<Snowflake> users) => new() { Users = users };
}
