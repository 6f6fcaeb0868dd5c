using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Events;

/// <summary>A reaction came or was taken back.</summary>
public abstract record ReactionEvent : SlackEvent
{
    /// <summary>Who reacted.</summary>
    [JsonRequired]
    public string User { get; set; } = "";

    /// <summary>The emoji's name without colons.</summary>
    [JsonRequired]
    public string Reaction { get; set; } = "";

    /// <summary>Who wrote the message; none where an app or nobody did.</summary>
    public string? ItemUser { get; set; }

    [JsonRequired]
    public ReactionItem Item { get; set; } = new();

    [JsonRequired]
    public Timestamp EventTs { get; set; }
}
