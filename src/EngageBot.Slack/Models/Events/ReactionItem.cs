using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Events;

/// <summary>What a reaction is on: a message, or a file (then there is neither channel nor ts).</summary>
public sealed record ReactionItem
{
    public string Type { get; set; } = "";

    public string? Channel { get; set; }

    [JsonConverter(typeof(LooseTimestampConverter))]
    public Timestamp? Ts { get; set; }
}
