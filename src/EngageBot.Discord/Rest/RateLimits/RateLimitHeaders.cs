using System.Globalization;
using System.Net.Http.Headers;

namespace EngageBot.Discord.Rest.RateLimits;

/// <summary>What an answer says of the bucket its call was counted in.</summary>
/// <remarks>https://docs.discord.com/developers/topics/rate-limits#header-format</remarks>
internal sealed record RateLimitHeaders
{
    public required string Bucket { get; init; }

    public required int Limit { get; init; }

    public required int Remaining { get; init; }

    /// <summary>When the window ends, by Discord's clock, in milliseconds since 1970: good for telling windows apart only.</summary>
    public required long ResetMilliseconds { get; init; }

    public required TimeSpan ResetAfter { get; init; }

    public static RateLimitHeaders? Read(HttpResponseHeaders headers)
    {
        if (Value(headers, "X-RateLimit-Bucket") is { } bucket
            && int.TryParse(Value(headers, "X-RateLimit-Limit"), CultureInfo.InvariantCulture, out var limit)
            && int.TryParse(Value(headers, "X-RateLimit-Remaining"), CultureInfo.InvariantCulture, out var remaining)
            && TrySeconds(Value(headers, "X-RateLimit-Reset"), out var reset)
            && TrySeconds(Value(headers, "X-RateLimit-Reset-After"), out var resetAfter))
        {
            return new RateLimitHeaders
            {
                Bucket = bucket,
                Limit = Math.Max(1, limit),
                Remaining = remaining,
                ResetMilliseconds = (long)reset.TotalMilliseconds,
                ResetAfter = resetAfter,
            };
        }

        return null;
    }

    internal static string? Value(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    /// <summary>Seconds with a fraction, as Discord writes them.</summary>
    internal static bool TrySeconds(string? text, out TimeSpan seconds)
    {
        var read = decimal.TryParse(text, CultureInfo.InvariantCulture, out var value) && value is >= 0 and < 100_000_000_000m;
        seconds = read ? TimeSpan.FromTicks((long)(value * TimeSpan.TicksPerSecond)) : TimeSpan.Zero;
        return read;
    }
}
