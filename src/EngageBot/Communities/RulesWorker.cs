using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EngageBot.Communities;

/// <summary>Looks every few seconds whether somebody changed rules, in this process or another, and wakes those who must look at their plans again.</summary>
/// <param name="changed">Wakes them.</param>
internal sealed partial class RulesWorker(RulesBook book, TimeProvider clock, Func<CancellationToken, ValueTask> changed, ILogger<RulesWorker> logger) : BackgroundService
{
    private long _version = -1;

    /// <summary>One look.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await book.RefreshAsync(cancellationToken);
        if (book.Version == _version)
        {
            return;
        }

        _version = book.Version;
        foreach (var (community, names) in book.Unfit)
        {
            LogUnfit(community.Value, string.Join(", ", names));
        }

        await changed(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (DbException fault)
            {
                LogFault(fault.GetType().Name);
            }

            await Task.Delay(RulesBook.Fresh, clock, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "In community {Community} rules that were set contradict the defaults of the configuration and do not hold: {Names}")]
    private partial void LogUnfit(string community, string names);

    [LoggerMessage(LogLevel.Warning, "The rules could not be read ({Fault}); those known hold on")]
    private partial void LogFault(string fault);
}
