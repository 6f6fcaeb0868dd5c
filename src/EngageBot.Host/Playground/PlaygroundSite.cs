using EngageBot.Dashboard;
using EngageBot.History;
using Microsoft.Extensions.Logging;

namespace EngageBot.Host.Playground;

/// <summary>The Playground as long as the program runs: one town at a time, and its time. Another begins where somebody wants to start afresh.</summary>
internal sealed class PlaygroundSite(TimeProvider real, ILogger logger)
{
    private volatile TaskCompletionSource _restart = New();
    private volatile string _history = string.Empty;

    /// <summary>The town that is open; null where one has closed and the next is not there yet.</summary>
    public PlaygroundStage? Stage { get; private set; }

    /// <summary>Where the moderators' pages are, of whatever town is open: on this machine alone, and without a sign-in.</summary>
    public DashboardAddress Pages { get; } = new() { IsOpen = true };

    /// <summary>Begins afresh.</summary>
    /// <param name="history">The file with the past of the community; null for the one before.</param>
    public void Restart(string? history = null)
    {
        _history = history ?? _history;
        _restart.TrySetResult();
    }

    /// <summary>Until cancelled; what it made is removed then.</summary>
    /// <param name="history">The file with the past of the community.</param>
    public async Task RunAsync(string history, CancellationToken cancellationToken)
    {
        _history = history;
        while (!cancellationToken.IsCancellationRequested)
        {
            _restart = New();
            var town = new PlaygroundTown(real.GetUtcNow(), Pages);
            await using (town)
            {
                using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                var talk = new PlaygroundTalk(town);
                Stage = new PlaygroundStage(town, new PlaygroundDriver(town, talk, real, logger), talk);
                var living = LiveAsync(Stage, _history, stop.Token);
                await Task.WhenAny(_restart.Task.WaitAsync(cancellationToken), living);
                await stop.CancelAsync();
                await living.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                Stage = null; // Nobody asks a town that is being removed.
            }
        }
    }

    private static async Task LiveAsync(PlaygroundStage stage, string history, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Run(() => stage.Town.FillAsync(history, cancellationToken), cancellationToken);
        }
        catch (HistoryException fault)
        {
            stage.Town.Fault = fault.Message;
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        await stage.Driver.RunAsync(cancellationToken);
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
