using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Events;

/// <summary>A user, or the app itself, joined a channel. <see href="https://docs.slack.dev/reference/events/member_joined_channel"/>.</summary>
public sealed record MemberJoinedChannelEvent : SlackEvent
{
    [JsonRequired]
    public string User { get; set; } = "";

    [JsonRequired]
    public string Channel { get; set; } = "";

    /// <summary><c>C</c> for a public channel, <c>G</c> for a private one.</summary>
    public string? ChannelType { get; set; }

    public string? Team { get; set; }

    /// <summary>Who invited the user; none where the user came alone.</summary>
    public string? Inviter { get; set; }

    [JsonConverter(typeof(LooseTimestampConverter))]
    public Timestamp? EventTs { get; set; }
}
