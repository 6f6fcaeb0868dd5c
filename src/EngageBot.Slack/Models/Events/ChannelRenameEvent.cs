using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Events;

/// <summary>A channel was renamed (<c>channel_rename</c>, <c>group_rename</c>). <see href="https://docs.slack.dev/reference/events/channel_rename"/>.</summary>
public sealed record ChannelRenameEvent : SlackEvent
{
    /// <summary>Its id and new name.</summary>
    [JsonRequired]
    public Conversation Channel { get; set; } = new();

    /// <summary>A private channel.</summary>
    [JsonIgnore]
    public bool IsGroup { get; set; }
}
