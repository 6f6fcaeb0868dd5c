using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Events;

/// <summary>Users came into a user group or left it. <see href="https://docs.slack.dev/reference/events/subteam_members_changed"/>.</summary>
public sealed record SubteamMembersChangedEvent : SlackEvent
{
    /// <summary>The group's id.</summary>
    [JsonRequired]
    public string SubteamId { get; set; } = "";

    public IReadOnlyList<string> AddedUsers { get; set => field = value ?? []; } = [];

    public IReadOnlyList<string> RemovedUsers { get; set => field = value ?? []; } = [];
}
