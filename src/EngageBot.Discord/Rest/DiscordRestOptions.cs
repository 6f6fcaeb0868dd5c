using EngageBot.Discord.Rest.Validation;
using EngageBot.Transport;

namespace EngageBot.Discord.Rest;

/// <summary>How a <see cref="DiscordRestClient"/> reaches Discord; the defaults are Discord's.</summary>
public sealed record DiscordRestOptions() : HttpOptions(DefaultBaseAddress)
{
    /// <summary>Discord's own address, with its version.</summary>
    public static readonly Uri DefaultBaseAddress = new("https://discord.com/api/v10/");

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

    /// <summary>Throws where the options make no sense.</summary>
    internal void Validate()
    {
        Check.That(Complaint() is null, Complaint()!);
        Check.That(CallsPerSecond > 0, "At least one call a second must be allowed.");
        Check.That(SlowAfterRefusals > 0 && StopAfterRefusals >= SlowAfterRefusals, "A client is slowed before it is stopped.");
    }
}
