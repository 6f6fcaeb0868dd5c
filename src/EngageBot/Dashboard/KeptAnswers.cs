namespace EngageBot.Dashboard;

/// <summary>
/// Answers that take long to find, shared by all who ask for the same at about the same time. What was found quickly is found anew each time. What was kept for a minute is given once
/// more, and found anew meanwhile, so that hardly anybody waits; after a quarter of an hour it is given to nobody.
/// </summary>
/// <param name="clock">By which it is told how long something took.</param>
internal sealed class KeptAnswers<TKey, TValue>(TimeProvider clock)
    where TKey : notnull
{
    /// <summary>An answer is never older.</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromMinutes(15);

    /// <summary>What is older is found anew while it is given.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>What takes less is not worth keeping.</summary>
    public static readonly TimeSpan Long = TimeSpan.FromMilliseconds(50);

    private const int Most = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, (DateTimeOffset At, TValue Value)> _kept = [];
    private readonly Dictionary<TKey, Task<TValue>> _underWay = [];

    /// <param name="now">For whom the answer must not be too old.</param>
    /// <param name="find">Is not cancelled: others may wait for it too.</param>
    public async Task<TValue> ReadAsync(TKey key, DateTimeOffset now, Func<CancellationToken, Task<TValue>> find, CancellationToken cancellationToken)
    {
        Task<TValue> finding;
        lock (_gate)
        {
            var isKept = _kept.TryGetValue(key, out var kept) && (now - kept.At).Duration() <= Oldest;
            if (isKept && (now - kept.At).Duration() <= Fresh)
            {
                return kept.Value;
            }

            if (!_underWay.TryGetValue(key, out var one))
            {
                _underWay[key] = one = Task.Run(() => FindAsync(key, now, find), CancellationToken.None);
                _ = one.ContinueWith(fault => fault.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default); // Whoever waits hears of it.
            }

            if (isKept)
            {
                return kept.Value;
            }

            finding = one;
        }

        return await finding.WaitAsync(cancellationToken);
    }

    private async Task<TValue> FindAsync(TKey key, DateTimeOffset now, Func<CancellationToken, Task<TValue>> find)
    {
        var start = clock.GetTimestamp();
        try
        {
            var value = await find(CancellationToken.None);
            lock (_gate)
            {
                _kept.Remove(key);
                if (clock.GetElapsedTime(start) >= Long)
                {
                    _kept[key] = (now, value);
                }

                if (_kept.Count > Most)
                {
                    _kept.Remove(_kept.MinBy(kept => kept.Value.At).Key);
                }
            }

            return value;
        }
        finally
        {
            lock (_gate)
            {
                _underWay.Remove(key);
            }
        }
    }
}
