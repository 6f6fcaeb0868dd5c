using System.Text.Json.Serialization;
using EngageBot.Slack.Models;

namespace EngageBot.Slack.WebApi.Wire;

internal sealed class ViewBody
{
    [JsonRequired]
    public View View { get; set; } = new();
}
