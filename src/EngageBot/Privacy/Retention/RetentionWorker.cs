using System.Data.Common;
using System.Text.RegularExpressions;
using EngageBot.Database;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EngageBot.Privacy.Retention;

/// <summary>Removes old texts every hour, a few at a time, beside those who write.</summary>
internal sealed partial class RetentionWorker(TextRemover remover, TimeProvider clock, ILogger<RetentionWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    /// <summary>Others write meanwhile.</summary>
    private static readonly TimeSpan BetweenSome = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await RemoveAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is DbException or DatabaseException or RegexMatchTimeoutException)
            {
                LogFault(fault.GetType().Name);
            }

            await Task.Delay(Between, clock, stoppingToken);
        }
    }

    private async Task RemoveAsync(CancellationToken cancellationToken)
    {
        var removed = 0;
        while (await remover.RunOnceAsync(clock.GetUtcNow(), cancellationToken) is > 0 and var some)
        {
            removed += some;
            await Task.Delay(BetweenSome, clock, cancellationToken);
        }

        if (removed > 0)
        {
            while (await remover.GiveBackAsync(cancellationToken))
            {
                await Task.Delay(BetweenSome, clock, cancellationToken);
            }

            await remover.EmptyLogAsync(cancellationToken);
            LogRemoved(removed);
        }
    }

    [LoggerMessage(LogLevel.Information, "Removed {Count} texts that are older than they are kept")]
    private partial void LogRemoved(int count);

    [LoggerMessage(LogLevel.Warning, "Old texts could not be removed ({Fault}); the next try is in an hour")]
    private partial void LogFault(string fault);
}
