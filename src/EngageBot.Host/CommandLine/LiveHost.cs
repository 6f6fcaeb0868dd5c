using EngageBot.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EngageBot.Host.CommandLine;

/// <summary>
/// The parts of the running bot: those that listen, and the product's own. When one of them ends, for whatever reason, all do: first those that listen, then,
/// when what they brought is stored, the rest.
/// </summary>
/// <param name="atOnce">Cancelled where what has arrived is not to be waited for.</param>
internal sealed class LiveHost(IServiceProvider services, ChatEventQueue queue, CancellationToken atOnce = default)
{
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(8);

    public async Task RunAsync(IReadOnlyList<Func<CancellationToken, Task>> listeners, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var workers = services.GetServices<IHostedService>().ToList();
        foreach (var worker in workers)
        {
            await worker.StartAsync(cancellationToken);
        }

        var listening = listeners.Select(listen => listen(stop.Token)).ToList();
        var working = workers.OfType<BackgroundService>().Select(worker => worker.ExecuteTask!).ToList();
        var first = await Task.WhenAny([.. listening, .. working]);
        await stop.CancelAsync();
        await Task.WhenAll(listening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!working.Exists(worker => worker.IsCompleted))
        {
            await DrainAsync(Task.WhenAny(working));
        }

        foreach (var worker in workers)
        {
            await worker.StopAsync(CancellationToken.None);
        }

        await first;
    }

    /// <summary>Waits until what has arrived is stored. Where that takes too long it comes again at the next start.</summary>
    private async Task DrainAsync(Task fault)
    {
        var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var longest = new CancellationTokenSource(LongestDrain, TimeProvider.System);
        using var guard = CancellationTokenSource.CreateLinkedTokenSource(longest.Token, atOnce);
        try
        {
            await queue.EnqueueAsync(new QueuedEvent(null) { Committed = stored }, guard.Token);
            await Task.WhenAny(stored.Task, fault).WaitAsync(guard.Token);
        }
        catch (OperationCanceledException)
        {
            // The positions say how far it got.
        }
    }
}
