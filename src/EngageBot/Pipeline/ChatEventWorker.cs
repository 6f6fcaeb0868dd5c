using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Health;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EngageBot.Pipeline;

/// <summary>
/// The loop that listens: takes what waits in the queue and commits it, and plans what is due. It alone writes through the engine. A database that is away is
/// waited for; nothing that was taken is lost meanwhile, and whoever fills the queue waits.
/// </summary>
internal sealed partial class ChatEventWorker(ChatEventQueue queue, Engine engine, TimeProvider clock, ILogger<ChatEventWorker> logger) : BackgroundService
{
    private const int LongestReason = 200;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>What is due waits for what has arrived, which may be its answer; but not for ever.</summary>
    private static readonly TimeSpan LongestPutOff = TimeSpan.FromSeconds(30);

    /// <summary>No timer is set for longer.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Called after each commit.</summary>
    public Action? Committed { get; set; }

    public BotMetrics? Metrics { get; init; }

    /// <summary>Hears whether the database takes what arrives.</summary>
    public StoreTrouble? Trouble { get; init; }

    /// <summary>Until nothing more comes.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await PatientlyAsync(engine.PlanAsync, cancellationToken);
        for (Task<bool>? arrival = null; ;)
        {
            arrival ??= queue.WaitAsync(cancellationToken).AsTask();
            await DueOrAsync(arrival, cancellationToken);
            if (arrival.IsCompleted)
            {
                if (!await arrival)
                {
                    return;
                }

                arrival = null;
            }

            await RunOnceAsync(cancellationToken);
        }
    }

    /// <summary>Commits what waits, and plans what is due. Whoever owns another clock calls this himself.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        if (queue.TryTake() is { } batch)
        {
            await CommitAsync(batch, cancellationToken);
        }

        if (engine.NextDue is { } due && clock.GetUtcNow() - due is var late && late >= (queue.Depth == 0 ? TimeSpan.Zero : LongestPutOff))
        {
            await PatientlyAsync(engine.PlanAsync, cancellationToken);
            Committed?.Invoke();
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => RunAsync(stoppingToken);

    private async Task DueOrAsync(Task arrival, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var left = engine.NextDue is { } due ? due - clock.GetUtcNow() : LongestWait;
        if (left > TimeSpan.Zero)
        {
            await Task.WhenAny(arrival, Task.Delay(left < LongestWait ? left : LongestWait, clock, stop.Token));
            await stop.CancelAsync();
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The edge of a loop: one event that nobody thought of must not stop all others.")]
    private async Task CommitAsync(ChatEventBatch batch, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        try
        {
            await PatientlyAsync(stop => engine.HandleAsync(batch, stop), cancellationToken);
        }
        catch (Exception fault) when (fault is DatabaseException or OperationCanceledException)
        {
            batch.TellFailed(fault);
            throw;
        }
        catch (Exception)
        {
            await CommitApartAsync(batch, cancellationToken);
        }

        batch.TellCommitted();
        Metrics?.Committed(batch.Events, clock.GetUtcNow(), clock.GetElapsedTime(start));
        Committed?.Invoke();
    }

    /// <summary>Finds the event that cannot be handled and leaves it out.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The edge of a loop: one event that nobody thought of must not stop all others.")]
    private async Task CommitApartAsync(ChatEventBatch batch, CancellationToken cancellationToken)
    {
        foreach (var part in batch.Apart())
        {
            try
            {
                await PatientlyAsync(stop => engine.HandleAsync(part, stop), cancellationToken);
            }
            catch (Exception fault) when (fault is not (DatabaseException or OperationCanceledException) && part.Events.Count > 0)
            {
                LogLeftOut(part.Events[0].GetType().Name, part.Events[0].Community.Value, fault.GetType().Name);
            }
        }
    }

    private async Task PatientlyAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await work(cancellationToken);
                Trouble?.Clear();
                return;
            }
            catch (DbException fault) when (DatabaseFaults.IsPassing(fault))
            {
                var reason = OneLine.Of(DatabaseFaults.FirstLine(fault), LongestReason);
                Trouble?.Raise(reason, clock.GetUtcNow());
                LogRetry(reason, pause.TotalSeconds);
                Metrics?.Retried();
                await Task.Delay(pause, clock, cancellationToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database cannot be written ({Reason}); trying again in {Seconds} s")]
    private partial void LogRetry(string reason, double seconds);

    [LoggerMessage(LogLevel.Error, "A {Kind} in community {Community} could not be handled ({Fault}) and was left out")]
    private partial void LogLeftOut(string kind, string community, string fault);
}
