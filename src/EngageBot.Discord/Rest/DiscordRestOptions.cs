using EngageBot.Discord.Rest.Validation;
using EngageBot.Transport;

namespace EngageBot.Discord.Rest;

/// <summary>How a <see cref="DiscordRestClient"/> reaches Discord; the defaults are Discord's.</summary>
public sealed record DiscordRestOptions
{
    /// <summary>Discord's own address.</summary>
    public static readonly Uri DefaultBaseAddress = new("https://discord.com/api/v10/");

    /// <summary>Where the API is, with its version. <c>http</c> is taken for loopback addresses only: the token would cross a network in the clear.</summary>
    public Uri BaseAddress { get; init; } = DefaultBaseAddress;

    /// <summary>A page about the bot: Discord asks to be told one with every call.</summary>
    public required Uri ProjectAddress { get; init; }

    /// <summary>The bot's version, told with every call as well.</summary>
    public required string ProjectVersion { get; init; }

    /// <summary>Calls a second for the whole bot: fewer than Discord's 50 where several processes share a token.</summary>
    public int CallsPerSecond { get; init; } = 50;

    /// <summary>The longest a call waits for one rate limit; beyond that it comes back as <see cref="RestResult{T}.RateLimited"/>.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// From so many refusals (401, 403, 429) within ten minutes on, calls go out one a second. Discord bans an address at 10,000: set this and
    /// <see cref="StopAfterRefusals"/> lower where several processes share one.
    /// </summary>
    public int SlowAfterRefusals { get; init; } = 5_000;

    /// <summary>From so many on, no call goes out until enough of them are ten minutes old.</summary>
    public int StopAfterRefusals { get; init; } = 8_000;

    /// <summary>How long one attempt may take, with all that is sent and read.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a call that may be repeated is tried, when Discord answers 5xx or the line breaks.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>The wait before the second attempt; it doubles each time, up to <see cref="LongestBackoff"/>.</summary>
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait between two attempts.</summary>
    public TimeSpan LongestBackoff { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Throws where the options make no sense.</summary>
    internal void Validate()
    {
        Check.That(
            SafeAddress.IsHttp(BaseAddress),
            "The address of Discord's API must begin with https; http is taken for this machine itself only (http://127.0.0.1).");
        Check.That(CallsPerSecond > 0, "At least one call a second must be allowed.");
        Check.That(SlowAfterRefusals > 0 && StopAfterRefusals >= SlowAfterRefusals, "A client is slowed before it is stopped.");
        Check.That(Attempts > 0, "At least one attempt must be allowed.");
        Check.That(AttemptTimeout > TimeSpan.Zero, "An attempt must be given some time.");
    }
}
