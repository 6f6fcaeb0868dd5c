using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models;

/// <summary>Who sees an answer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ResponseType>))]
public enum ResponseType
{
    /// <summary>The one who asked.</summary>
    [JsonStringEnumMemberName("ephemeral")]
    Ephemeral,

    /// <summary>All in the channel.</summary>
    [JsonStringEnumMemberName("in_channel")]
    InChannel,
}
