namespace EngageBot.Slack.WebApi.RateLimits;

/// <summary>Calls that leave one after the other with a time between them, in the order in which they came.</summary>
internal sealed class CallPace(TimeSpan interval, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>Nobody waits, and the next call may leave at once: it is as good as new.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return _next <= clock.GetUtcNow();
            }
        }
    }

    /// <summary>How long the call that asks has to wait; more than wanted takes no place in the row.</summary>
    public TimeSpan Take(TimeSpan longest)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var at = _next > now ? _next : now;
            if (at - now <= longest)
            {
                _next = at + interval;
            }

            return at - now;
        }
    }
}
