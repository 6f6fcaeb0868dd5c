namespace EngageBot.TestKit;

/// <summary>The machine's clock, set to another hour of another day: it runs as fast, and timers are as ever.</summary>
public sealed class ShiftedClock(TimeSpan by) : TimeProvider
{
    private long _by = by.Ticks;

    /// <summary>As if it were this hour by UTC on the next such day.</summary>
    public static ShiftedClock At(DayOfWeek day, int hour)
    {
        var now = System.GetUtcNow();
        var then = new DateTimeOffset(now.Date, TimeSpan.Zero).AddDays(7 - (int)now.DayOfWeek + (int)day).AddHours(hour);
        return new ShiftedClock(then - now);
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _by));

    /// <summary>A long time passes at once. Timers that run do not notice.</summary>
    public void Move(TimeSpan time) => Interlocked.Add(ref _by, time.Ticks);
}
