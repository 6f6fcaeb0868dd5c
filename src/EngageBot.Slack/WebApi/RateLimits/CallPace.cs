namespace EngageBot.Slack.WebApi.RateLimits;

/// <summary>Calls that leave one after the other with a time between them, in the order in which they came.</summary>
internal sealed class CallPace(TimeSpan interval, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _nextPlace = DateTimeOffset.MinValue;
    private DateTimeOffset _nextLeave = DateTimeOffset.MinValue;
    private Task _last = Task.CompletedTask;

    /// <summary>Nobody waits, and the next call may leave at once: it is as good as new.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return _last.IsCompleted && _nextPlace <= clock.GetUtcNow() && _nextLeave <= clock.GetUtcNow();
            }
        }
    }

    /// <summary>A place at the end of the row; one with a longer wait than wanted keeps nobody waiting.</summary>
    public CallTurn Take(TimeSpan longest)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var at = _nextPlace > now ? _nextPlace : now;
            var turn = new CallTurn(this, at - now, _last);
            if (at - now <= longest)
            {
                _nextPlace = at + interval;
                _last = turn.Gone;
            }

            return turn;
        }
    }

    /// <summary>How long the call whose turn has come waits still, since the one before it left late; none or less where it may leave.</summary>
    internal TimeSpan Late()
    {
        lock (_gate)
        {
            return _nextLeave - clock.GetUtcNow();
        }
    }

    internal void Leave()
    {
        lock (_gate)
        {
            _nextLeave = clock.GetUtcNow() + interval;
        }
    }
}
