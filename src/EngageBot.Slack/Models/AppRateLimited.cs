namespace EngageBot.Slack.Models;

/// <summary>
/// Slack holds events back, since there were more than 30,000 in an hour. <see href="https://docs.slack.dev/reference/events/app_rate_limited"/>.
/// </summary>
public sealed record AppRateLimited : SlackPayload
{
    public string? TeamId { get; set; }

    /// <summary>The minute from which on events are missing, in seconds since 1970.</summary>
    public long MinuteRateLimited { get; set; }
}
