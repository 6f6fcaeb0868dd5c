using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models;

/// <summary>A group of users, who can be mentioned together. <see href="https://docs.slack.dev/reference/objects/usergroup-object"/>.</summary>
public sealed record UserGroup
{
    /// <summary>Like <c>S0614TZR7</c>.</summary>
    [JsonRequired]
    public string Id { get; set; } = "";

    /// <summary>What it is mentioned by, without the sign: <c>helpers</c>.</summary>
    public string? Handle { get; set; }

    public string? Name { get; set; }

    /// <summary>Since when it is switched off, in seconds since 1970; 0 where it is not.</summary>
    public long DateDelete { get; set; }

    /// <summary>The ids of those in it; null where nothing is said of them.</summary>
    public IReadOnlyList<string>? Users { get; set; }
}
