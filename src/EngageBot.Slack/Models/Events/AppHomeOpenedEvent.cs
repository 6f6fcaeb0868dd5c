using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Events;

/// <summary>A user opened the app's home. <see href="https://docs.slack.dev/reference/events/app_home_opened"/>.</summary>
public sealed record AppHomeOpenedEvent : SlackEvent
{
    [JsonRequired]
    public string User { get; set; } = "";

    /// <summary>The conversation of the user with the app.</summary>
    public string? Channel { get; set; }

    /// <summary><c>home</c> or <c>messages</c>.</summary>
    public string? Tab { get; set; }

    /// <summary>What is published there now; none at first.</summary>
    public View? View { get; set; }

    [JsonConverter(typeof(LooseTimestampConverter))]
    public Timestamp? EventTs { get; set; }
}
