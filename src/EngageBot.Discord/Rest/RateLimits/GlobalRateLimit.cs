namespace EngageBot.Discord.Rest.RateLimits;

/// <summary>
/// So many calls a second for the whole bot. A call counts from when it goes out until a second after its answer came: whenever in between Discord counted
/// it, no second of Discord's sees more than the limit.
/// </summary>
internal sealed class GlobalRateLimit(int callsPerSecond) : RateLimit
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly Queue<TimeSpan> _answered = [];
    private int _underWay;

    public override void Take(TimeSpan now) => _underWay++;

    public void Answered(TimeSpan now)
    {
        _underWay--;
        _answered.Enqueue(now);
    }

    protected override TimeSpan WaitWhenOpen(TimeSpan now)
    {
        while (_answered.TryPeek(out var oldest) && oldest + Window <= now)
        {
            _answered.Dequeue();
        }

        if (_underWay + _answered.Count < callsPerSecond)
        {
            return TimeSpan.Zero;
        }

        return _answered.TryPeek(out var first) ? first + Window - now : UntilAnswered;
    }
}
