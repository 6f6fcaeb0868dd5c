using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Events;

/// <summary>The app left a channel or was removed from it (<c>channel_left</c>, <c>group_left</c>). <see href="https://docs.slack.dev/reference/events/channel_left"/>.</summary>
public sealed record ChannelLeftEvent : SlackEvent
{
    [JsonRequired]
    public string Channel { get; set; } = "";

    /// <summary>A private channel.</summary>
    [JsonIgnore]
    public bool IsGroup { get; set; }
}
