namespace EngageBot.Discord.Rest.RateLimits;

/// <summary>
/// Discord bans an address for a while that gets 10,000 answers of 401, 403 or 429 within ten minutes. From <paramref name="slowFrom"/> on, calls go out one a
/// second; from <paramref name="stopAt"/> on, none does until enough of those answers are ten minutes old.
/// </summary>
/// <remarks>https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans</remarks>
internal sealed class InvalidRequestLimit(int slowFrom, int stopAt) : RateLimit
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly Queue<TimeSpan> _invalid = [];
    private TimeSpan _lastTaken = -Pace;

    public override void Take(TimeSpan now) => _lastTaken = now;

    /// <summary>An answer that counts.</summary>
    public void Add(TimeSpan now) => _invalid.Enqueue(now);

    protected override TimeSpan WaitWhenOpen(TimeSpan now)
    {
        while (_invalid.TryPeek(out var oldest) && oldest + Window <= now)
        {
            _invalid.Dequeue();
        }

        if (_invalid.Count >= stopAt)
        {
            return _invalid.Peek() + Window - now;
        }

        return _invalid.Count >= slowFrom && _lastTaken + Pace > now ? _lastTaken + Pace - now : TimeSpan.Zero;
    }
}
