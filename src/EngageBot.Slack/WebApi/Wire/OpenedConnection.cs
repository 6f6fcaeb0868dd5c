using System.Text.Json.Serialization;

namespace EngageBot.Slack.WebApi.Wire;

internal sealed class OpenedConnection
{
    [JsonRequired]
    public string Url { get; set; } = "";
}
