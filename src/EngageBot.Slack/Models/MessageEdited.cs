using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models;

/// <summary>Who edited a message last, and when.</summary>
public sealed record MessageEdited
{
    public string? User { get; set; }

    [JsonConverter(typeof(LooseTimestampConverter))]
    public Timestamp? Ts { get; set; }
}
