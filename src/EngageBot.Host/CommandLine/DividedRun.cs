using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Host.Platforms;
using EngageBot.Host.Storage;
using EngageBot.Leases;
using Microsoft.Extensions.Logging;

namespace EngageBot.Host.CommandLine;

/// <summary>
/// The bot in one of several processes on one database: it does what the leases say is its part. What a running bot keeps in memory goes by what it heard: when its part changes, it ends as
/// if told to, and begins anew with the other part, from where the database says that each stream was.
/// </summary>
/// <param name="database">For leases alone.</param>
/// <param name="connectionString">Of the same, to be opened in a holder's name.</param>
/// <param name="run">Runs the bot until it is told to stop.</param>
internal sealed partial class DividedRun(LivePlatforms platforms, DbDataSource database, string connectionString, Func<LiveWork, CancellationToken, Task> run, ILogger logger)
{
    private const int LongestReason = 200;

    private static readonly TimeSpan IdentifyApart = TimeSpan.FromSeconds(5.5);

    /// <summary>A process that has nothing to do yet waits for it so long before it begins without.</summary>
    private static readonly TimeSpan FirstPatience = LeaseTimes.BetweenLooks * 4;

    private readonly LeaseStore _store = new(database);

    /// <summary>Leases go by real time, whatever the bot's own clock.</summary>
    private readonly TimeProvider _clock = TimeProvider.System;

    /// <summary>Until it is told to stop.</summary>
    public async Task RunAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await JoinAsync(clock, cancellationToken);
            }
            catch (DbException fault) when (DatabaseFaults.IsPassing(fault))
            {
                LogFault(OneLine.Of(DatabaseFaults.FirstLine(fault), LongestReason), LeaseTimes.BetweenLooks.TotalSeconds);
                await Task.Delay(LeaseTimes.BetweenLooks, _clock, cancellationToken);
            }
        }
    }

    private async Task JoinAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        var (running, _) = await _store.LookAsync(cancellationToken);
        var division = await WorkDivision.SurveyAsync(platforms, [.. running.SelectMany(holder => holder.Serves)], clock, cancellationToken);
        var id = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..16];
        var name = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}");
        using var gate = new LeaseGate(_clock);
        await _store.JoinAsync(new LeaseHolder(id, division.Partitions) { Name = name }, cancellationToken);
        LogJoined(id, name, division.Partitions.Count);
        try
        {
            await HoldAsync(id, division, gate, cancellationToken);
        }
        finally
        {
            await LeaveAsync(id);
        }
    }

    /// <summary>Until others have the work, or it is told to stop.</summary>
    private async Task HoldAsync(string id, WorkDivision division, LeaseGate gate, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, gate.Lost);
        var keeper = new LeaseKeeper(_store, id, gate, _clock, logger);
        var keeping = keeper.RunAsync(stop.Token);
        List<string> held = [];
        try
        {
            await Task.WhenAny(keeper.Next, Task.Delay(FirstPatience, _clock, stop.Token));
            while (!stop.IsCancellationRequested)
            {
                if (keeper.Next.IsCompleted)
                {
                    await MoveAsync(id, await keeper.Next, held, division, stop.Token);
                    keeper.GoOn();
                }

                await RunAsync(id, held, division, gate, keeper.Next, stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to, or others have the work.
        }
        finally
        {
            await stop.CancelAsync();
            await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task MoveAsync(string id, LeaseMove move, List<string> held, WorkDivision division, CancellationToken cancellationToken)
    {
        await _store.GiveBackAsync(id, move.Give, cancellationToken);
        var taken = await _store.TakeAsync(id, move.Take, cancellationToken);
        held.RemoveAll(move.Give.Contains);
        held.AddRange(taken);
        if (taken.Count > 0)
        {
            await _store.AssignAsync(division.PartitionOf, cancellationToken);
        }

        LogMoved(id, string.Join(", ", held.Order(StringComparer.Ordinal)), taken.Count, move.Give.Count);
    }

    /// <summary>Until the part is to change. When it returns, nothing of it is under way.</summary>
    private async Task RunAsync(string id, List<string> held, WorkDivision division, LeaseGate gate, Task<LeaseMove> next, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var own = HolderDatabase.Open(connectionString, id);
        var post = new HolderPost(own, id, division.PartitionOf);
        var work = new LiveWork(division.Only(held).Through(gate.PassAsync, IdentifyTurnAsync, post), own) { PartitionOf = division.PartitionOf, AtOnce = gate.Lost };
        var (running, listening) = (run(work, stop.Token), post.RunAsync(stop.Token));
        await Task.WhenAny(running, next);
        var hasEnded = running.IsCompleted;
        await stop.CancelAsync();
        await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await running;
        }
        catch (OperationCanceledException) when (!hasEnded || cancellationToken.IsCancellationRequested)
        {
            // Told to.
        }
        catch (DbException) when (gate.Lost.IsCancellationRequested)
        {
            // The database does not take its word any more.
        }
        catch (RegexMatchTimeoutException)
        {
            LogHalted(id); // Nothing here takes so long by itself.
        }
    }

    private Task IdentifyTurnAsync(int key, CancellationToken cancellationToken) =>
        _store.TurnAsync(string.Create(CultureInfo.InvariantCulture, $"discord/identify/{key}"), IdentifyApart, _clock, cancellationToken);

    /// <summary>Where the database is away, others find out by themselves.</summary>
    private async Task LeaveAsync(string id)
    {
        try
        {
            using var guard = new CancellationTokenSource(LeaseTimes.Sure, _clock);
            await _store.LeaveAsync(id, guard.Token);
        }
        catch (Exception fault) when (fault is DbException or OperationCanceledException or TimeoutException)
        {
            LogNotLeft(id, fault.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database cannot be used ({Reason}); beginning anew in {Seconds} s")]
    private partial void LogFault(string reason, double seconds);

    [LoggerMessage(LogLevel.Warning, "Process {Holder} stood still in the middle of something: it begins that anew")]
    private partial void LogHalted(string holder);

    [LoggerMessage(LogLevel.Information, "This is process {Holder} ({Name}); the work is divided into {Count} parts")]
    private partial void LogJoined(string holder, string name, int count);

    [LoggerMessage(LogLevel.Information, "Process {Holder} does {Held} from now on ({Taken} taken, {Given} given back)")]
    private partial void LogMoved(string holder, string held, int taken, int given);

    [LoggerMessage(LogLevel.Warning, "Process {Holder} could not give back what it did ({Fault}): it is taken over when nothing is heard of it for a while")]
    private partial void LogNotLeft(string holder, string fault);
}
