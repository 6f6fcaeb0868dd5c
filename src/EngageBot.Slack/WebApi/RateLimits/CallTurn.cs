namespace EngageBot.Slack.WebApi.RateLimits;

/// <summary>A call's place in a row: its turn comes when its time has come and all before it have left or given up. To dispose it is to give up.</summary>
/// <param name="wait">Until its time comes.</param>
/// <param name="before">All before it have left or given up.</param>
internal sealed class CallTurn(CallPace pace, TimeSpan wait, Task before) : IDisposable
{
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TimeSpan Wait => wait;

    /// <summary>This one and all before it have left or given up.</summary>
    public Task Gone => field ??= Task.WhenAll(before, _gone.Task);

    /// <summary>When its time has come: waits for those before it, and for the time between two.</summary>
    /// <param name="delay">Waits for a time.</param>
    public async Task ComeAsync(Func<TimeSpan, Task> delay, CancellationToken cancellationToken)
    {
        await before.WaitAsync(cancellationToken);
        while (pace.Late() is var late && late > TimeSpan.Zero)
        {
            await delay(late);
        }
    }

    /// <summary>It is on its way: the next one may follow.</summary>
    public void Leave()
    {
        pace.Leave();
        _gone.TrySetResult();
    }

    public void Dispose() => _gone.TrySetResult();
}
