using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Interactions;

/// <summary>A shortcut was used that belongs to no message. <see href="https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload"/>.</summary>
public sealed record GlobalShortcut : Interaction
{
    [JsonRequired]
    public string CallbackId { get; set; } = "";
}
