using System.Net;

namespace EngageBot.Slack.WebApi;

/// <summary>An answer, read to its end.</summary>
internal sealed record ApiResponse(HttpStatusCode Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>What a 429 asks for.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What the token may do, where Slack tells it.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>The beginning of the answer that all methods share; none where it is something else.</summary>
    public ApiStatus? Answer { get; init; }

    public bool IsRateLimited => Status == HttpStatusCode.TooManyRequests || (Answer?.Error is { } error && SlackError.IsRateLimit(error));

    public bool IsFault => (int)Status >= 500 || (Answer?.Error is { } error && SlackError.IsFault(error));

    public bool IsSuccess => (int)Status is >= 200 and < 300;
}
