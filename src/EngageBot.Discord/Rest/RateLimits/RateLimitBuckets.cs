using System.Net;

namespace EngageBot.Discord.Rest.RateLimits;

/// <summary>
/// The buckets, by the name Discord gives them and the channel, guild or webhook they are for. A route whose bucket is not known yet has one of its own.
/// </summary>
internal sealed class RateLimitBuckets(TimeProvider clock) : IDisposable
{
    /// <summary>From so many on, those that would not be missed are forgotten.</summary>
    private const int ManyBuckets = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _bucketOfRoute = [];
    private readonly Dictionary<(string Bucket, string Major), RateLimitQueue<RateLimitBucket>> _queues = [];
    private int _sweepAt = ManyBuckets;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _queues.Count;
            }
        }
    }

    /// <summary>Waits until a call to a route may go out. Either it may, and <see cref="Leave"/> must follow, or the wait would be too long.</summary>
    public async Task<(RateLimitQueue<RateLimitBucket> Bucket, TimeSpan Wait)> EnterAsync(
        Route route,
        TimeSpan longestWait,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            var queue = Hold(route);
            var entered = false;
            try
            {
                var wait = await queue.EnterAsync(longestWait, cancellationToken);
                entered = wait == TimeSpan.Zero && IsOf(queue, route);
                if (wait != TimeSpan.Zero || entered)
                {
                    return (queue, wait);
                }

                queue.Update((bucket, _) => bucket.GiveBack());
            }
            finally
            {
                if (!entered)
                {
                    LetGo(queue);
                }
            }
        }
    }

    /// <summary>The call is over: answered, or lost.</summary>
    public void Leave(Route route, RateLimitQueue<RateLimitBucket> queue, RestResponse? response)
    {
        var of = response?.RateLimit is { } headers ? Learn(route, headers.Bucket) : Hold(route);
        if (of == queue || response?.RateLimit is null)
        {
            queue.Update((bucket, now) => Answered(bucket, response, now));
        }
        else
        {
            of.Update((bucket, now) => bucket.Learn(response.RateLimit, now));
            queue.Update((bucket, _) => bucket.Replaced());
        }

        // What stands before Discord limits the address as a whole; calls that know no global limit wait it out in their own bucket.
        if (response is { Status: HttpStatusCode.TooManyRequests, RetryAfter: { } retryAfter }
            && (response.Scope != RateLimitScope.Global || route.IsInteraction))
        {
            of.Update((bucket, now) => bucket.Block(now + retryAfter));
        }

        LetGo(of);
        LetGo(queue);
    }

    public void Dispose()
    {
        foreach (var queue in _queues.Values)
        {
            queue.Dispose();
        }
    }

    private static string Key(Route route) => $"{route.Method} {route.Template}";

    private static void Answered(RateLimitBucket bucket, RestResponse? response, TimeSpan now)
    {
        if (response?.RateLimit is { } headers)
        {
            bucket.Answered(headers, now);
        }
        else
        {
            bucket.AnsweredWithoutHeaders(response?.IsSuccess ?? false);
        }
    }

    private bool IsOf(RateLimitQueue<RateLimitBucket> queue, Route route)
    {
        lock (_gate)
        {
            return _queues.TryGetValue((_bucketOfRoute.GetValueOrDefault(Key(route)) ?? Key(route), route.Major), out var of) && of == queue;
        }
    }

    private RateLimitQueue<RateLimitBucket> Hold(Route route)
    {
        lock (_gate)
        {
            return Hold((_bucketOfRoute.GetValueOrDefault(Key(route)) ?? Key(route), route.Major));
        }
    }

    private RateLimitQueue<RateLimitBucket> Hold((string Bucket, string Major) key)
    {
        if (!_queues.TryGetValue(key, out var queue))
        {
            Sweep();
            queue = new RateLimitQueue<RateLimitBucket>(new RateLimitBucket(), clock);
            _queues.Add(key, queue);
        }

        queue.Holders++;
        return queue;
    }

    private RateLimitQueue<RateLimitBucket> Learn(Route route, string bucket)
    {
        lock (_gate)
        {
            _bucketOfRoute[Key(route)] = bucket;
            return Hold((bucket, route.Major));
        }
    }

    private void LetGo(RateLimitQueue<RateLimitBucket> queue)
    {
        lock (_gate)
        {
            queue.Holders--;
        }
    }

    private void Sweep()
    {
        if (_queues.Count < _sweepAt)
        {
            return;
        }

        foreach (var (key, queue) in _queues.Where(entry => entry.Value.Holders == 0 && entry.Value.Read((bucket, now) => bucket.IsIdle(now))).ToList())
        {
            _queues.Remove(key);
            queue.Dispose();
        }

        _sweepAt = Math.Max(ManyBuckets, _queues.Count * 2);
    }
}
