using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Events;

/// <summary>
/// A user group was made, renamed, switched off or changed otherwise (<c>subteam_created</c>, <c>subteam_updated</c>).
/// <see href="https://docs.slack.dev/reference/events/subteam_updated"/>.
/// </summary>
public sealed record SubteamUpdatedEvent : SlackEvent
{
    [JsonRequired]
    public UserGroup Subteam { get; set; } = new();
}
