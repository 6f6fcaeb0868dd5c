using EngageBot.Slack.Validation;
using EngageBot.Transport;

namespace EngageBot.Slack.WebApi;

/// <summary>How a <see cref="SlackWebClient"/> reaches Slack; the defaults are Slack's.</summary>
public sealed record SlackWebClientOptions() : HttpOptions(DefaultBaseAddress)
{
    /// <summary>Slack's own address.</summary>
    public static readonly Uri DefaultBaseAddress = new("https://slack.com/api/");

    /// <summary>
    /// The longest a call waits for Slack's limits and its own pace, all waits together; beyond that it comes back as
    /// <see cref="SlackResult{T}.RateLimited"/>.
    /// </summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The time between two messages to one channel. <see href="https://docs.slack.dev/apis/web-api/rate-limits"/>.</summary>
    public TimeSpan PostInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Throws where the options make no sense.</summary>
    internal void Validate() => Check.That(Complaint() is null, Complaint()!);
}
