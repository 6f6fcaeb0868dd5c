using System.Text.Json.Serialization;

namespace EngageBot.Slack.Blocks;

/// <summary>A button's colour; none is the usual one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ButtonStyle>))]
public enum ButtonStyle
{
    /// <summary>Green: what most will want.</summary>
    [JsonStringEnumMemberName("primary")]
    Primary,

    /// <summary>Red: what cannot be undone.</summary>
    [JsonStringEnumMemberName("danger")]
    Danger,
}
