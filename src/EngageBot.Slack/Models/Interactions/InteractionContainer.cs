using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Interactions;

/// <summary>What the clicked thing stands in.</summary>
public sealed record InteractionContainer
{
    /// <summary><c>message</c> or <c>view</c>.</summary>
    public string? Type { get; set; }

    public string? ChannelId { get; set; }

    [JsonConverter(typeof(LooseTimestampConverter))]
    public Timestamp? MessageTs { get; set; }

    [JsonConverter(typeof(LooseTimestampConverter))]
    public Timestamp? ThreadTs { get; set; }

    public string? ViewId { get; set; }

    public bool IsEphemeral { get; set; }
}
