using System.Text.Json.Serialization;
using EngageBot.Slack.Models;

namespace EngageBot.Slack.WebApi.Wire;

internal sealed class UserBody
{
    [JsonRequired]
    public User User { get; set; } = new();
}
