namespace EngageBot.Discord.Rest.RateLimits;

/// <summary>The calls that wait for one limit, in the order in which they came.</summary>
internal sealed class RateLimitQueue<T>(T limit, TimeProvider clock) : IDisposable
    where T : RateLimit
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly SemaphoreSlim _door = new(1, 1);
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>Those who hold this queue: kept by whoever hands it out, under its own lock.</summary>
    public int Holders { get; set; }

    /// <summary>Waits until a call may go out. Zero then; or else, when that would take longer than wanted, how long it would take.</summary>
    public async Task<TimeSpan> EnterAsync(TimeSpan longestWait, CancellationToken cancellationToken)
    {
        await _door.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                var (wait, changed) = TryTake();
                if (wait == TimeSpan.Zero || wait > longestWait)
                {
                    return wait;
                }

                await WaitAsync(changed, wait, cancellationToken);
            }
        }
        finally
        {
            _door.Release();
        }
    }

    /// <summary>Changes what is known of the limit, and lets whoever waits look again.</summary>
    public void Update(Action<T, TimeSpan> change)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            change(limit, Now());
            changed = _changed;
            _changed = NewSignal();
        }

        changed.SetResult();
    }

    public TResult Read<TResult>(Func<T, TimeSpan, TResult> read)
    {
        lock (_gate)
        {
            return read(limit, Now());
        }
    }

    public void Dispose() => _door.Dispose();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TimeSpan Now() => clock.GetElapsedTime(0, clock.GetTimestamp());

    private (TimeSpan Wait, Task Changed) TryTake()
    {
        lock (_gate)
        {
            var now = Now();
            var wait = limit.WaitBefore(now);
            if (wait == TimeSpan.Zero)
            {
                limit.Take(now);
            }

            return (wait, _changed.Task);
        }
    }

    private async Task WaitAsync(Task changed, TimeSpan wait, CancellationToken cancellationToken)
    {
        if (wait == RateLimit.UntilAnswered)
        {
            await changed.WaitAsync(cancellationToken);
            return;
        }

        try
        {
            // Timers count whole milliseconds: one less and the wait would end a little early.
            await changed.WaitAsync(wait + Tick, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The wait is over: look again.
        }
    }
}
