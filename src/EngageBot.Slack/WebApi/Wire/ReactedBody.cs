using System.Text.Json.Serialization;
using EngageBot.Slack.Models;

namespace EngageBot.Slack.WebApi.Wire;

internal sealed class ReactedBody
{
    [JsonRequired]
    public Message Message { get; set; } = new();
}
