namespace EngageBot.Discord.Rest.RateLimits;

/// <summary>
/// Says when the next call may go out. Values in, values out: it neither waits nor reads a clock; <see cref="RateLimitQueue{T}"/> does both. Times are
/// those of a clock that never jumps.
/// </summary>
internal abstract class RateLimit
{
    /// <summary>What <see cref="WaitBefore"/> says when only the answer to a call under way can tell.</summary>
    public static readonly TimeSpan UntilAnswered = Timeout.InfiniteTimeSpan;

    private TimeSpan _blockedUntil;

    /// <summary>Nothing is under way, and nothing known would be lost by forgetting this limit.</summary>
    public virtual bool IsIdle(TimeSpan now) => _blockedUntil <= now;

    /// <summary>Zero when a call may go out now, else how long it must wait at least.</summary>
    public TimeSpan WaitBefore(TimeSpan now) => _blockedUntil > now ? _blockedUntil - now : WaitWhenOpen(now);

    /// <summary>A call goes out.</summary>
    public abstract void Take(TimeSpan now);

    /// <summary>Discord said to stay away for a while.</summary>
    public void Block(TimeSpan until) => _blockedUntil = until > _blockedUntil ? until : _blockedUntil;

    protected abstract TimeSpan WaitWhenOpen(TimeSpan now);
}
