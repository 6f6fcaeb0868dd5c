namespace EngageBot.TestKit.FakeSlack;

/// <summary>
/// The limits of a fake Slack: so many calls a minute of each method with each token, and posts to a channel no faster than
/// <see cref="FakeSlackOptions.PostEvery"/>. To run into a method's limit is no offence; to call again before the time that was said is.
/// </summary>
internal sealed class FakeSlackRates(FakeSlackOptions options, FakeViolations violations)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Caller, string Method), Queue<DateTimeOffset>> _calls = [];
    private readonly Dictionary<(string Caller, string Method), DateTimeOffset> _limitedUntil = [];
    private readonly Dictionary<(string Caller, string Channel), DateTimeOffset> _paidUntil = [];

    /// <summary>Counts a call; how long to wait where there was no room for it.</summary>
    public TimeSpan? Take(string caller, string method, int perMinute)
    {
        lock (_gate)
        {
            var now = options.Clock.GetUtcNow();
            if (_limitedUntil.TryGetValue((caller, method), out var until) && until > now)
            {
                violations.Add($"{method} was called {until - now} before the Retry-After it was given was over");
                return until - now;
            }

            if (!_calls.TryGetValue((caller, method), out var calls))
            {
                _calls[(caller, method)] = calls = [];
            }

            while (calls.TryPeek(out var first) && first <= now - Minute)
            {
                calls.Dequeue();
            }

            if (calls.Count >= perMinute)
            {
                return LimitLocked(caller, method, now, calls.Peek() + Minute - now);
            }

            calls.Enqueue(now);
            return null;
        }
    }

    /// <summary>A channel has room for a post every so often, and for a few at once.</summary>
    public TimeSpan? TakePost(string caller, string channel)
    {
        lock (_gate)
        {
            var now = options.Clock.GetUtcNow();
            var paid = _paidUntil.GetValueOrDefault((caller, channel), now);
            paid = paid < now ? now : paid;
            var wait = paid + options.PostEvery - now - (options.PostBurst * options.PostEvery);
            if (wait > TimeSpan.Zero)
            {
                violations.Add($"{channel} was posted to {wait} too early");
                return wait;
            }

            _paidUntil[(caller, channel)] = paid + options.PostEvery;
            return null;
        }
    }

    /// <summary>From now on the method is limited, for so long.</summary>
    public TimeSpan Limit(string caller, string method, TimeSpan wait)
    {
        lock (_gate)
        {
            return LimitLocked(caller, method, options.Clock.GetUtcNow(), wait);
        }
    }

    private TimeSpan LimitLocked(string caller, string method, DateTimeOffset now, TimeSpan wait)
    {
        // Slack speaks in whole seconds.
        var whole = TimeSpan.FromSeconds(Math.Ceiling(wait.TotalSeconds));
        _limitedUntil[(caller, method)] = now + whole;
        return whole;
    }
}
