using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EngageBot.Stats.Daily;

/// <summary>Packs changed days every few minutes.</summary>
internal sealed partial class DayWorker(DayKeeper keeper, TimeProvider clock, ILogger<DayWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await keeper.RunOnceAsync(clock.GetUtcNow(), stoppingToken);
            }
            catch (Exception fault) when (fault is DbException or RegexMatchTimeoutException)
            {
                LogFault(fault.GetType().Name);
            }

            await Task.Delay(Between, clock, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Figures could not be prepared ({Fault}); they are made when somebody asks")]
    private partial void LogFault(string fault);
}
