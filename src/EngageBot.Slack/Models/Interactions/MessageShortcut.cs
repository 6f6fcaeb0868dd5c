using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Interactions;

/// <summary>A shortcut was used on a message. <see href="https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload"/>.</summary>
public sealed record MessageShortcut : Interaction
{
    [JsonRequired]
    public string CallbackId { get; set; } = "";

    [JsonRequired]
    public Message Message { get; set; } = new();

    [JsonRequired]
    public InteractionChannel Channel { get; set; } = new();

    public ResponseUrl? ResponseUrl { get; set; }
}
