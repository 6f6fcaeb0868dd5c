namespace EngageBot.Discord.Rest.RateLimits;

/// <summary>
/// What Discord said of one bucket: so many calls in a window. Calls under way are taken as not yet counted by Discord, so the estimate errs on the safe
/// side. Until the first answer nothing is known and calls go out one at a time.
/// </summary>
internal sealed class RateLimitBucket : RateLimit
{
    /// <summary>Ends that lie this close are of the same window: Discord's own clocks differ a little.</summary>
    private const long SameWindowMilliseconds = 50;

    private int? _limit;
    private int _remaining;
    private int _underWay;
    private long _windowEnd;
    private TimeSpan? _resetAt;
    private bool _unlimited;
    private bool _replaced;

    public override bool IsIdle(TimeSpan now) => base.IsIdle(now) && _underWay == 0 && (_resetAt is null || _resetAt <= now);

    public override void Take(TimeSpan now) => _underWay++;

    /// <summary>The call came back, and with it what Discord says of the bucket.</summary>
    public void Answered(RateLimitHeaders headers, TimeSpan now)
    {
        _underWay--;
        Learn(headers, now);
    }

    /// <summary>What Discord says of the bucket, in answer to a call that was counted elsewhere.</summary>
    public void Learn(RateLimitHeaders headers, TimeSpan now)
    {
        if (headers.ResetMilliseconds < _windowEnd - SameWindowMilliseconds)
        {
            return; // of a window that has passed
        }

        var resetAt = now + headers.ResetAfter;
        var isNew = headers.ResetMilliseconds > _windowEnd + SameWindowMilliseconds;
        _remaining = isNew ? headers.Remaining : Math.Min(_remaining, headers.Remaining);
        _resetAt = isNew || _resetAt is null || resetAt < _resetAt ? resetAt : _resetAt;
        _windowEnd = headers.ResetMilliseconds;
        _limit = headers.Limit;
        _unlimited = false;
    }

    /// <summary>The call was answered without a word about limits, or was lost on the way: Discord may have counted it.</summary>
    public void AnsweredWithoutHeaders(bool success)
    {
        _underWay--;
        _remaining = Math.Max(0, _remaining - 1);
        _unlimited = success && _limit is null;
    }

    /// <summary>The call is not to be counted here.</summary>
    public void GiveBack() => _underWay--;

    /// <summary>The answer named another bucket. Where this one has no name, whoever waits here is let through, to look there.</summary>
    public void Replaced()
    {
        GiveBack();
        _replaced = _limit is null;
    }

    protected override TimeSpan WaitWhenOpen(TimeSpan now)
    {
        if (_resetAt <= now)
        {
            _remaining = _limit ?? 1;
            _resetAt = null;
        }

        if (_replaced || _unlimited || _underWay == 0 && _resetAt is null || _limit is not null && _remaining > _underWay)
        {
            return TimeSpan.Zero;
        }

        return _resetAt is { } reset && _remaining == 0 ? reset - now : UntilAnswered;
    }
}
