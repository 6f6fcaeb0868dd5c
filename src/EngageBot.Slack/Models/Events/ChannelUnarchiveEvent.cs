using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Events;

/// <summary>A channel is in use again (<c>channel_unarchive</c>, <c>group_unarchive</c>). <see href="https://docs.slack.dev/reference/events/channel_unarchive"/>.</summary>
public sealed record ChannelUnarchiveEvent : SlackEvent
{
    [JsonRequired]
    public string Channel { get; set; } = "";

    /// <summary>Who did it.</summary>
    public string? User { get; set; }

    /// <summary>A private channel.</summary>
    [JsonIgnore]
    public bool IsGroup { get; set; }
}
