namespace EngageBot.Transport;

/// <summary>
/// How long to wait before the next attempt: twice as long each time up to a bound, and anywhere in the upper half of that, so that many who lost the same
/// server do not come back at the same moment.
/// </summary>
public sealed class ReconnectBackoff(TimeSpan first, TimeSpan longest, Random random)
{
    private int _attempts;

    /// <summary>The wait before the next attempt.</summary>
    public TimeSpan Next()
    {
        var bound = Math.Min(longest.TotalMilliseconds, first.TotalMilliseconds * Math.Pow(2, _attempts));
        _attempts = Math.Min(_attempts + 1, 30);
        return TimeSpan.FromMilliseconds(bound * (1 + random.NextDouble()) / 2);
    }

    /// <summary>It worked: the next wait is short again.</summary>
    public void Reset() => _attempts = 0;
}
