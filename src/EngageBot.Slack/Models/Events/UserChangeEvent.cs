using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Events;

/// <summary>A user changed: name, time zone, role, or was deactivated. <see href="https://docs.slack.dev/reference/events/user_change"/>.</summary>
public sealed record UserChangeEvent : SlackEvent
{
    [JsonRequired]
    public User User { get; set; } = new();

    [JsonConverter(typeof(LooseTimestampConverter))]
    public Timestamp? EventTs { get; set; }
}
