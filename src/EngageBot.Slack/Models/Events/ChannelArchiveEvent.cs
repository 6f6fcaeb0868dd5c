using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Events;

/// <summary>A channel was archived (<c>channel_archive</c>, <c>group_archive</c>). <see href="https://docs.slack.dev/reference/events/channel_archive"/>.</summary>
public sealed record ChannelArchiveEvent : SlackEvent
{
    [JsonRequired]
    public string Channel { get; set; } = "";

    /// <summary>Who did it.</summary>
    public string? User { get; set; }

    /// <summary>A private channel.</summary>
    [JsonIgnore]
    public bool IsGroup { get; set; }
}
