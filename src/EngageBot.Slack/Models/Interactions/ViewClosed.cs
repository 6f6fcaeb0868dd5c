using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Interactions;

/// <summary>A form was closed without being sent. <see href="https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload"/>.</summary>
public sealed record ViewClosed : Interaction
{
    [JsonRequired]
    public View View { get; set; } = new();

    /// <summary>All forms were closed at once.</summary>
    public bool IsCleared { get; set; }
}
