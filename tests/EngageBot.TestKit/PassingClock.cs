namespace EngageBot.TestKit;

/// <summary>Time that passes for something that waits for it.</summary>
public static class PassingClock
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Lets second after second pass until something is done.</summary>
    public static async Task<T> PassUntilAsync<T>(this VirtualClock clock, Task<T> work)
    {
        using var guard = new CancellationTokenSource(TestTime.Patience);
        while (!work.IsCompleted)
        {
            await Task.Delay(Pause, TimeProvider.System, guard.Token);
            clock.MoveTo(clock.GetUtcNow() + Step);
        }

        return await work;
    }
}
