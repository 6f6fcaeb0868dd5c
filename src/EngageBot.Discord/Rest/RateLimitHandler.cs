using System.Net;
using EngageBot.Discord.Rest.RateLimits;
using Microsoft.Extensions.Logging;

namespace EngageBot.Discord.Rest;

/// <summary>
/// Sends no call before Discord's limits allow it, learns them from the answers, and waits out a 429. Calls to one bucket go out in
/// the order in which they came; who needs them to arrive in that order waits for each answer.
/// </summary>
/// <remarks>https://discord.com/developers/docs/topics/rate-limits</remarks>
internal sealed partial class RateLimitHandler(RestTransport next, DiscordRestOptions options, TimeProvider clock, ILogger logger) : IDisposable
{
    /// <summary>So many 429s in a row for one call say that waiting does not help.</summary>
    private const int MostRefusals = 5;

    /// <summary>Longer than the pace of a slowed client: then it is stopped.</summary>
    private static readonly TimeSpan LongestInvalidWait = TimeSpan.FromSeconds(2);

    private readonly RateLimitBuckets _buckets = new(clock);
    private readonly RateLimitQueue<GlobalRateLimit> _global = new(new GlobalRateLimit(options.CallsPerSecond), clock);
    private readonly RateLimitQueue<InvalidRequestLimit> _invalid = new(new InvalidRequestLimit(options.SlowAfterRefusals, options.StopAfterRefusals), clock);
    private volatile bool _tokenRefused;
    private bool _stopped;

    public async Task<RestResponse> SendAsync(RestRequest request, CancellationToken cancellationToken)
    {
        for (var refusals = 0; ; refusals++)
        {
            var response = await SendOnceAsync(request, cancellationToken);
            var isLimited = response.Status == HttpStatusCode.TooManyRequests && !response.IsWithheld;
            if (!isLimited || refusals == MostRefusals || response.RetryAfter > options.LongestWait)
            {
                return response;
            }
        }
    }

    public void Dispose()
    {
        _buckets.Dispose();
        _global.Dispose();
        _invalid.Dispose();
    }

    private static RestResponse Withheld(TimeSpan wait, RateLimitScope scope) =>
        new(HttpStatusCode.TooManyRequests, default) { RetryAfter = wait, Scope = scope, IsWithheld = true };

    private async Task<RestResponse> SendOnceAsync(RestRequest request, CancellationToken cancellationToken)
    {
        if (_tokenRefused && !request.Route.IsInteraction)
        {
            throw new DiscordAuthenticationException();
        }

        if (await _invalid.EnterAsync(LongestInvalidWait, cancellationToken) is var stopped && stopped != TimeSpan.Zero)
        {
            if (!Interlocked.Exchange(ref _stopped, true))
            {
                LogStopped(stopped);
            }

            return Withheld(stopped, RateLimitScope.InvalidRequests);
        }

        _stopped = false;
        var start = clock.GetTimestamp();
        var (bucket, wait) = await _buckets.EnterAsync(request.Route, options.LongestWait, cancellationToken);
        if (wait != TimeSpan.Zero)
        {
            return Withheld(wait, RateLimitScope.User);
        }

        RestResponse? response = null;
        try
        {
            wait = await EnterGlobalAsync(request.Route, cancellationToken);
            RestMetrics.Waited(clock.GetElapsedTime(start));
            return wait == TimeSpan.Zero ? response = await SendCountedAsync(request, cancellationToken) : Withheld(wait, RateLimitScope.Global);
        }
        finally
        {
            _buckets.Leave(request.Route, bucket, response);
        }
    }

    private Task<TimeSpan> EnterGlobalAsync(Route route, CancellationToken cancellationToken) =>
        route.IsInteraction ? Task.FromResult(TimeSpan.Zero) : _global.EnterAsync(options.LongestWait, cancellationToken);

    private async Task<RestResponse> SendCountedAsync(RestRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var response = RateLimitBody.Complete(await next.SendAsync(request, cancellationToken));
            Count(request.Route, response);
            return response;
        }
        finally
        {
            if (!request.Route.IsInteraction)
            {
                _global.Update((limit, now) => limit.Answered(now));
            }
        }
    }

    private void Count(Route route, RestResponse response)
    {
        if (response.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            || response.Status == HttpStatusCode.TooManyRequests && response.Scope != RateLimitScope.Shared)
        {
            _invalid.Update((limit, now) => limit.Add(now));
        }

        if (response.Status == HttpStatusCode.Unauthorized && !route.IsInteraction)
        {
            _tokenRefused = true;
            throw new DiscordAuthenticationException();
        }

        if (response is { Status: HttpStatusCode.TooManyRequests, RetryAfter: { } retryAfter, Scope: { } scope })
        {
            if (scope == RateLimitScope.Global)
            {
                _global.Update((limit, now) => limit.Block(now + retryAfter));
            }

            RestMetrics.WasLimited(scope);
            LogLimited(route.ToString(), scope, retryAfter);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Discord limits {Route} (scope {Scope}): waiting {RetryAfter}")]
    private partial void LogLimited(string route, RateLimitScope scope, TimeSpan retryAfter);

    [LoggerMessage(LogLevel.Error, "Too many calls were refused in ten minutes: no call goes to Discord for {Wait}, so that it does not ban this address")]
    private partial void LogStopped(TimeSpan wait);
}
