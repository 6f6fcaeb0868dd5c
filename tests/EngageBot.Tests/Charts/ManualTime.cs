namespace EngageBot.Tests.Charts;

/// <summary>A clock that stands still until it is told to go on.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly List<Timer> _timers = [];
    private readonly Lock _lock = new();
    private TimeSpan _now;

    /// <summary>When the next timer fires.</summary>
    public TimeSpan NextDue
    {
        get
        {
            lock (_lock)
            {
                return _timers.Min(timer => timer.At);
            }
        }
    }

    public void Advance(TimeSpan by)
    {
        List<Timer> due;
        lock (_lock)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.At <= _now)];
            _timers.RemoveAll(due.Contains);
        }

        due.ForEach(timer => timer.Fire());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            var timer = new Timer(this, () => callback(state)) { At = dueTime < TimeSpan.Zero ? TimeSpan.MaxValue : _now + dueTime };
            _timers.Add(timer);
            return timer;
        }
    }

    private sealed class Timer(ManualTime time, Action fire) : ITimer
    {
        public required TimeSpan At { get; init; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
