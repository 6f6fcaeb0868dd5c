using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models;

/// <summary>An emoji on a message. <see href="https://docs.slack.dev/reference/methods/reactions.get"/>.</summary>
public sealed record Reaction
{
    /// <summary>The emoji's name without colons.</summary>
    [JsonRequired]
    public string Name { get; set; } = "";

    public int Count { get; set; }

    /// <summary>Those who reacted, possibly not all of them.</summary>
    public IReadOnlyList<string> Users { get; set => field = value ?? []; } = [];
}
