using EngageBot.Slack.Validation;
using EngageBot.Transport;

namespace EngageBot.Slack.WebApi;

/// <summary>How a <see cref="SlackWebClient"/> reaches Slack; the defaults are Slack's.</summary>
public sealed record SlackWebClientOptions
{
    /// <summary>Slack's own address.</summary>
    public static readonly Uri DefaultBaseAddress = new("https://slack.com/api/");

    /// <summary>Where the methods are. <c>http</c> is taken for loopback addresses only: the token would cross a network in the clear.</summary>
    public Uri BaseAddress { get; init; } = DefaultBaseAddress;

    /// <summary>
    /// The longest a call waits for Slack's limits and its own pace, all waits together; beyond that it comes back as
    /// <see cref="SlackResult{T}.RateLimited"/>.
    /// </summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The time between two messages to one channel. <see href="https://docs.slack.dev/apis/web-api/rate-limits"/>.</summary>
    public TimeSpan PostInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one attempt may take, with all that is sent and read.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a call that may be repeated is tried, when Slack has a fault or the line breaks.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>The wait before the second attempt; it doubles each time, up to <see cref="LongestBackoff"/>.</summary>
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait between two attempts.</summary>
    public TimeSpan LongestBackoff { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Throws where the options make no sense.</summary>
    internal void Validate()
    {
        Check.That(
            SafeAddress.IsHttp(BaseAddress), "The address of Slack's API must begin with https; http is taken for this machine itself only (http://127.0.0.1).");
        Check.That(Attempts > 0, "At least one attempt must be allowed.");
        Check.That(AttemptTimeout > TimeSpan.Zero, "An attempt must be given some time.");
    }
}
