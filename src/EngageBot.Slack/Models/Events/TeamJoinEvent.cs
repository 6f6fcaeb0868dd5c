using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Events;

/// <summary>Somebody joined the workspace. <see href="https://docs.slack.dev/reference/events/team_join"/>.</summary>
public sealed record TeamJoinEvent : SlackEvent
{
    [JsonRequired]
    public User User { get; set; } = new();

    [JsonConverter(typeof(LooseTimestampConverter))]
    public Timestamp? EventTs { get; set; }
}
