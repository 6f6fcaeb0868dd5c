namespace EngageBot.Host.CommandLine;

/// <summary>How fast something goes, and how long it will take.</summary>
internal sealed class RateMeter(TimeProvider clock)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _said;

    private TimeSpan Elapsed => clock.GetElapsedTime(_start);

    public double PerSecond(long count) => count / Math.Max(0.001, Elapsed.TotalSeconds);

    /// <summary>Null until something is known.</summary>
    public TimeSpan? Left(long done, long total) => done <= 0 || total <= done ? null : Elapsed * ((total - done) / (double)done);

    /// <summary>True once every few seconds.</summary>
    public bool IsTimeToSay()
    {
        var isTime = Elapsed - _said >= BetweenLines;
        _said = isTime ? Elapsed : _said;
        return isTime;
    }
}
