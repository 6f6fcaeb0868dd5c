using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Logging;

namespace EngageBot.Slack.WebApi.RateLimits;

/// <summary>
/// Keeps the pace of messages to a channel, and waits out a 429: it holds for the method and the token, so that every other call of the method waits too.
/// <see href="https://docs.slack.dev/apis/web-api/rate-limits"/>.
/// </summary>
internal sealed partial class RateLimitHandler(ApiTransport next, SlackWebClientOptions options, TimeProvider clock, ILogger logger)
{
    /// <summary>Where Slack does not say how long.</summary>
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(30);

    /// <summary>Timers count whole milliseconds: one less and the wait would end a little early.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    /// <summary>Channels that nobody writes to any more are forgotten at times.</summary>
    private const int ManyChannels = 1_000;

    private readonly ConcurrentDictionary<string, MethodLimit> _methods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CallPace> _channels = new(StringComparer.Ordinal);

    public async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var waits = new Waits(options.LongestWait);
        var limit = _methods.GetOrAdd(request.Method, _ => new MethodLimit(clock));
        while (true)
        {
            var start = clock.GetTimestamp();
            using var turn = request.PostsTo is { } channel ? PaceOf(channel).Take(waits.Left) : null;
            if (!await KeepPaceAsync(turn, waits, cancellationToken) || !await WaitAsync(limit, waits, cancellationToken))
            {
                return new ApiResponse(HttpStatusCode.TooManyRequests, default) { RetryAfter = waits.Refused };
            }

            ApiMetrics.Waited(clock.GetElapsedTime(start));
            var sending = next.SendAsync(request, cancellationToken);
            turn?.Leave();
            var response = await sending;
            if (!response.IsRateLimited)
            {
                return response;
            }

            var retryAfter = response.RetryAfter ?? UsualWait;
            ApiMetrics.WasLimited();
            LogLimited(request.Method, retryAfter);
            limit.Block(retryAfter < Tick ? Tick : retryAfter);
        }
    }

    private async Task<bool> KeepPaceAsync(CallTurn? turn, Waits waits, CancellationToken cancellationToken)
    {
        if (turn is null)
        {
            return true;
        }

        if (!await DelayAsync(turn.Wait, waits, cancellationToken))
        {
            return false;
        }

        await turn.ComeAsync(late => Task.Delay(late + Tick, clock, cancellationToken), cancellationToken);
        return true;
    }

    private async Task<bool> WaitAsync(MethodLimit limit, Waits waits, CancellationToken cancellationToken)
    {
        while (limit.Wait() is var wait && wait > TimeSpan.Zero)
        {
            if (!await DelayAsync(wait, waits, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> DelayAsync(TimeSpan wait, Waits waits, CancellationToken cancellationToken)
    {
        if (!waits.TrySpend(wait))
        {
            return false;
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait + Tick, clock, cancellationToken);
        }

        return true;
    }

    private CallPace PaceOf(string channel)
    {
        lock (_channels)
        {
            if (_channels.TryGetValue(channel, out var pace))
            {
                return pace;
            }

            if (_channels.Count >= ManyChannels)
            {
                foreach (var (idle, _) in _channels.Where(entry => entry.Value.IsIdle).ToList())
                {
                    _channels.Remove(idle);
                }
            }

            return _channels[channel] = new CallPace(options.PostInterval, clock);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Slack limits {Method}: waiting {RetryAfter}")]
    private partial void LogLimited(string method, TimeSpan retryAfter);

    /// <summary>What a call has left to wait.</summary>
    private sealed class Waits(TimeSpan longest)
    {
        public TimeSpan Left { get; private set; } = longest;

        /// <summary>The wait that was too long.</summary>
        public TimeSpan Refused { get; private set; }

        public bool TrySpend(TimeSpan wait)
        {
            if (wait > Left)
            {
                Refused = wait;
                return false;
            }

            Left -= wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
            return true;
        }
    }
}
