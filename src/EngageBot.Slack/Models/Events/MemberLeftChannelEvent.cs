using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Events;

/// <summary>A user left a channel. <see href="https://docs.slack.dev/reference/events/member_left_channel"/>.</summary>
public sealed record MemberLeftChannelEvent : SlackEvent
{
    [JsonRequired]
    public string User { get; set; } = "";

    [JsonRequired]
    public string Channel { get; set; } = "";

    /// <summary><c>C</c> for a public channel, <c>G</c> for a private one.</summary>
    public string? ChannelType { get; set; }

    public string? Team { get; set; }

    [JsonConverter(typeof(LooseTimestampConverter))]
    public Timestamp? EventTs { get; set; }
}
