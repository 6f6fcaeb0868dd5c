using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Database;
using Microsoft.Extensions.Logging;

namespace EngageBot.Host.Storage;

/// <summary>Waits for a database that is not there yet, as when a machine starts everything at once, and says so.</summary>
internal static partial class DatabaseWait
{
    private const int LongestReason = 200;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <exception cref="DbException">It is there, and does not let the program in, or cannot be used.</exception>
    public static async Task UntilThereAsync(DbDataSource database, TimeProvider clock, Action<ILoggingBuilder> log, CancellationToken cancellationToken)
    {
        for (var pause = First; ; pause = pause * 2 < Longest ? pause * 2 : Longest)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(cancellationToken);
                return;
            }
            catch (DbException fault) when (DatabaseFaults.IsPassing(fault))
            {
                using var logging = LoggerFactory.Create(log);
                LogWaiting(logging.CreateLogger(typeof(DatabaseWait).FullName!), ConfiguredDatabase.NameOf(database), OneLine.Of(DatabaseFaults.FirstLine(fault), LongestReason), pause.TotalSeconds);
                await Task.Delay(pause, clock, cancellationToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database {Database} cannot be reached ({Reason}); trying again in {Seconds} s")]
    private static partial void LogWaiting(ILogger logger, string database, string reason, double seconds);
}
