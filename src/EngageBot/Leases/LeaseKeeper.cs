using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace EngageBot.Leases;

/// <summary>Says every few seconds that a process lives, gives up those of whom nothing is heard, and sees what is to change hands.</summary>
public sealed partial class LeaseKeeper(LeaseStore store, string holder, LeaseGate gate, TimeProvider clock, ILogger logger)
{
    /// <summary>So many looks others are given to let go of what this process is to have, so that it takes all at once.</summary>
    private const int Patience = 2;

    private volatile TaskCompletionSource<LeaseMove> _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waited;

    /// <summary>Ends when something is to change hands.</summary>
    public Task<LeaseMove> Next => _next.Task;

    /// <summary>The last of it was done.</summary>
    public void GoOn()
    {
        _waited = 0;
        _next = new TaskCompletionSource<LeaseMove>(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Until cancelled, or until others have the work.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!gate.Lost.IsCancellationRequested)
        {
            try
            {
                await RunOnceAsync(cancellationToken);
            }
            catch (Exception fault) when (fault is DbException or TimeoutException)
            {
                LogFault(fault.GetType().Name);
            }

            await Task.Delay(LeaseTimes.BetweenLooks, clock, cancellationToken);
        }
    }

    /// <summary>One look.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var asked = clock.GetTimestamp();
        if (!await store.RenewAsync(holder, cancellationToken))
        {
            LogLost(holder);
            gate.Lose();
            return;
        }

        gate.Renewed(asked);
        foreach (var dead in await store.BuryAsync(cancellationToken))
        {
            LogGivenUp(dead);
        }

        var (holders, partitions) = await store.LookAsync(cancellationToken);
        var move = LeasePolicy.MoveOf(holder, partitions, holders);
        _waited = move.AwaitsOthers ? _waited + 1 : 0;
        if (!move.IsNone && (move.Give.Count > 0 || !move.AwaitsOthers || _waited > Patience))
        {
            _next.TrySetResult(move);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Nothing was heard of process {Holder} for too long: what it did is taken over")]
    private partial void LogGivenUp(string holder);

    [LoggerMessage(LogLevel.Error, "Others have taken over what this process ({Holder}) did, because nothing was heard of it: it begins anew")]
    private partial void LogLost(string holder);

    [LoggerMessage(LogLevel.Warning, "The database could not be asked who does what ({Fault})")]
    private partial void LogFault(string fault);
}
