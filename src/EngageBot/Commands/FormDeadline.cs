namespace EngageBot.Commands;

/// <summary>
/// How long a form that is to open waits for what stands in it at first. Platforms open one within three seconds of the press or never, and it cannot be put off: an empty one is
/// better than none. <see href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type"/>,
/// <see href="https://docs.slack.dev/surfaces/modals#opening_modals"/>.
/// </summary>
internal sealed class FormDeadline : IDisposable
{
    /// <summary>The rest is for the way to the platform and back.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop;
    private readonly Task _over;

    public FormDeadline(TimeProvider clock, CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _over = Task.Delay(Longest, clock, _stop.Token);
    }

    /// <summary>Null where it takes longer: then it is given up.</summary>
    /// <param name="read">May hold its thread up, as the embedded store does.</param>
    public async Task<T?> ReadAsync<T>(Func<CancellationToken, Task<T>> read)
        where T : class
    {
        var reading = Task.Run(() => read(_stop.Token), CancellationToken.None);
        if (await IsInTimeAsync(reading))
        {
            return await reading;
        }

        _ = reading.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default); // Nobody waits for it any more.
        return null;
    }

    /// <summary>Waits for something that goes on in any case.</summary>
    /// <returns>Whether it is done.</returns>
    public async Task<bool> IsInTimeAsync(Task work) => await Task.WhenAny(work, _over) == work;

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }
}
