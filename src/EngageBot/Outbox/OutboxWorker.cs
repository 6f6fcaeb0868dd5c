using System.Diagnostics.CodeAnalysis;
using EngageBot.Health;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EngageBot.Outbox;

/// <summary>The loop that speaks, beside the one that listens: when something was committed, and when something is due.</summary>
internal sealed partial class OutboxWorker(Speaker speaker, WorkSignal signal, TimeProvider clock, BotMetrics metrics, ILogger<OutboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>In a busy community something is committed all the time.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    /// <summary>With many communities a look at all takes a while: it rests so many times as long.</summary>
    private const int Rest = 10;

    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var start = clock.GetTimestamp();
            var left = await RunOnceAsync(stoppingToken);
            var rest = clock.GetElapsedTime(start) * Rest;
            if (left > TimeSpan.Zero)
            {
                await signal.WaitAsync(left, clock, stoppingToken);
            }

            await Task.Delay(rest < Between ? Between : rest < LongestWait ? rest : LongestWait, clock, stoppingToken);
        }
    }

    /// <returns>How long nothing is due.</returns>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The edge of a loop: what is claimed is settled in the next round.")]
    private async Task<TimeSpan> RunOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            await speaker.RunOnceAsync(clock.GetUtcNow(), cancellationToken);
            if (metrics.CountsOutbox)
            {
                metrics.Counted(await speaker.CountsAsync(cancellationToken));
            }

            var left = (await speaker.NextDueAsync(cancellationToken) ?? DateTimeOffset.MaxValue) - clock.GetUtcNow();
            return left < LongestWait ? left : LongestWait;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(fault.GetType().Name, fault.TargetSite?.DeclaringType?.Name ?? "?");
            return AfterFault;
        }
    }

    [LoggerMessage(LogLevel.Error, "Saying what is planned failed ({Fault} in {Place}); what was under way is settled in the next round")]
    private partial void LogFault(string fault, string place);
}
