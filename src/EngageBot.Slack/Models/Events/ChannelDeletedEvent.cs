using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Events;

/// <summary>A channel was deleted (<c>channel_deleted</c>, <c>group_deleted</c>). <see href="https://docs.slack.dev/reference/events/channel_deleted"/>.</summary>
public sealed record ChannelDeletedEvent : SlackEvent
{
    [JsonRequired]
    public string Channel { get; set; } = "";

    /// <summary>A private channel.</summary>
    [JsonIgnore]
    public bool IsGroup { get; set; }
}
