namespace EngageBot.Slack.WebApi.RateLimits;

/// <summary>Calls that leave one after the other with a time between them, in the order in which they came.</summary>
internal sealed class CallPace(TimeSpan interval, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _nextPlace = DateTimeOffset.MinValue;
    private DateTimeOffset _nextLeave = DateTimeOffset.MinValue;

    /// <summary>Nobody waits, and the next call may leave at once: it is as good as new.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return _nextPlace <= clock.GetUtcNow() && _nextLeave <= clock.GetUtcNow();
            }
        }
    }

    /// <summary>How long the call that asks has to wait; more than wanted takes no place in the row.</summary>
    public TimeSpan Take(TimeSpan longest)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var at = _nextPlace > now ? _nextPlace : now;
            if (at - now <= longest)
            {
                _nextPlace = at + interval;
            }

            return at - now;
        }
    }

    /// <summary>None where the call whose turn has come leaves now; else how long to wait still, since the one before left late.</summary>
    public TimeSpan Leave()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (_nextLeave > now)
            {
                return _nextLeave - now;
            }

            _nextLeave = now + interval;
            return TimeSpan.Zero;
        }
    }
}
