using System.Text.Json.Serialization;

namespace EngageBot.Slack.WebApi.Wire;

internal sealed class PermalinkBody
{
    [JsonRequired]
    public string Permalink { get; set; } = "";
}
