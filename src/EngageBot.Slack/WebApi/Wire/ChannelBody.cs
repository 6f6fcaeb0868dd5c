using System.Text.Json.Serialization;
using EngageBot.Slack.Models;

namespace EngageBot.Slack.WebApi.Wire;

internal sealed class ChannelBody
{
    [JsonRequired]
    public Conversation Channel { get; set; } = new();
}
