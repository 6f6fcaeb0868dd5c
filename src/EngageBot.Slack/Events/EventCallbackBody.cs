using System.Text.Json;
using System.Text.Json.Serialization;
using EngageBot.Slack.Models;

namespace EngageBot.Slack.Events;

internal sealed class EventCallbackBody
{
    [JsonRequired]
    public string EventId { get; set; } = "";

    [JsonRequired]
    public string TeamId { get; set; } = "";

    public string? ContextTeamId { get; set; }

    public string? ApiAppId { get; set; }

    public long EventTime { get; set; }

    public bool IsExtSharedChannel { get; set; }

    public IReadOnlyList<Authorization> Authorizations { get; set => field = value ?? []; } = [];

    [JsonRequired]
    public JsonElement Event { get; set; }
}
