using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models;

/// <summary>
/// Where to answer a command or click, five times within 30 minutes. Whoever knows it may speak there, so that it prints as <c>…</c>.
/// <see href="https://docs.slack.dev/interactivity/handling-user-interaction#message_responses"/>.
/// </summary>
[JsonConverter(typeof(ResponseUrlConverter))]
public sealed class ResponseUrl(Uri address)
{
    /// <summary>The address itself, for the wire only.</summary>
    public Uri Reveal() => address;

    public override string ToString() => "…";
}
