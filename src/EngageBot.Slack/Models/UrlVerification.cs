using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models;

/// <summary>
/// Slack asks whether this address is meant for it: the answer is the challenge, as plain text.
/// <see href="https://docs.slack.dev/reference/events/url_verification"/>.
/// </summary>
public sealed record UrlVerification : SlackPayload
{
    [JsonRequired]
    public string Challenge { get; set; } = "";
}
