using System.Net;
using EngageBot.Discord.Rest.RateLimits;

namespace EngageBot.Discord.Rest;

/// <summary>An answer, read to its end.</summary>
internal sealed record RestResponse(HttpStatusCode Status, ReadOnlyMemory<byte> Body)
{
    public RateLimitHeaders? RateLimit { get; init; }

    /// <summary>The headers of a 429.</summary>
    public RateLimitScope? Scope { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Not the first attempt: an earlier one may have been done without anybody knowing.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The client gave up waiting and did not send the call.</summary>
    public bool IsWithheld { get; init; }

    public bool IsSuccess => (int)Status is >= 200 and < 300;
}
