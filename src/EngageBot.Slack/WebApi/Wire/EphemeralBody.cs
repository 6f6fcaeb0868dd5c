using System.Text.Json.Serialization;

namespace EngageBot.Slack.WebApi.Wire;

internal sealed class EphemeralBody
{
    [JsonRequired]
    public Timestamp MessageTs { get; set; }
}
