using System.Data.Common;
using System.Globalization;
using System.Reflection;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Health;
using EngageBot.Host.Storage;
using EngageBot.Leases;
using Spectre.Console;

namespace EngageBot.Host.CommandLine;

/// <summary>What runs, what is stored, and what keeps the bot from its work, in a few lines.</summary>
internal static class StatusRun
{
    public static string Version => typeof(StatusRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "?";

    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var database = ConfiguredDatabase.OpenExisting("Nothing is stored yet.");
        var output = Terminal.Output();
        var version = await Upgrade.VersionAsync(database, cancellationToken);
        output.WriteLine($"EngageBot {Version}, {await IsRunningAsync(database, cancellationToken)}");
        output.WriteLine($"Database: {ConfiguredDatabase.NameOf(database)}{SizeOf(database)}, version {version}{Outdated(version)}");
        if (version != Migrator.Latest)
        {
            return ExitCode.Done;
        }

        if (database is not SqliteDataSource)
        {
            await WriteHoldersAsync(database, output, cancellationToken);
        }

        var communities = await new CommunitySwitch(database).ListAsync(cancellationToken);
        foreach (var platform in communities.GroupBy(community => community.Id.Platform))
        {
            output.WriteLine($"{platform.Key}: {platform.Count():N0} communities, in {platform.Count(community => community.LiveSince is not null):N0} of which the bot speaks");
        }

        var now = TimeProvider.System.GetUtcNow();
        var store = await StoreStatusReader.ReadAsync(database, now, cancellationToken);
        output.WriteLine($"Messages: {store.Messages:N0}; the newest {Written(store.Newest)}; texts since {Written(store.OldestText)}");
        output.WriteLine($"To be said: {store.Planned:N0}; in 24 hours said {store.Sent:N0}, failed {store.Failed:N0}");
        ConditionList.Write(output, await HealthStore.OpenAsync(database, cancellationToken));
        return ExitCode.Done;
    }

    /// <summary>Who does what, where several processes may.</summary>
    private static async Task WriteHoldersAsync(DbDataSource database, IAnsiConsole output, CancellationToken cancellationToken)
    {
        var (holders, partitions) = await new LeaseStore(database).LookAsync(cancellationToken);
        foreach (var holder in holders)
        {
            var held = partitions.Where(partition => partition.Holder == holder.Id).Select(partition => partition.Name).ToList();
            output.WriteLine($"Process {holder.Id} on {holder.Name}: {(held.Count == 0 ? "stands by" : string.Join(", ", held))}");
        }

        var free = partitions.Where(partition => !holders.Any(holder => holder.Id == partition.Holder)).Select(partition => partition.Name).ToList();
        if (holders.Count > 0 && free.Count > 0)
        {
            output.WriteLine($"Done by nobody just now: {string.Join(", ", free)}");
        }
    }

    private static string Outdated(int version) =>
        version < Migrator.Latest ? $"; this program's is {Migrator.Latest}: it is brought up at the next start, or by engagebot migrate"
        : version > Migrator.Latest ? $"; this program knows versions up to {Migrator.Latest}: use a newer one"
        : string.Empty;

    private static async Task<string> IsRunningAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        try
        {
            await using var free = await LiveLock.TakeAsync(database, cancellationToken);
            return "not running";
        }
        catch (DatabaseException)
        {
            return "running";
        }
    }

    private static string SizeOf(DbDataSource database)
    {
        if (database is not SqliteDataSource file)
        {
            return string.Empty;
        }

        var bytes = ((string[])[file.Path, file.Path + "-wal"]).Where(File.Exists).Sum(path => new FileInfo(path).Length);
        return string.Create(CultureInfo.InvariantCulture, $", {bytes / 1_048_576.0:N1} MiB");
    }

    private static string Written(DateTimeOffset? moment) => moment is { } at ? at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC" : "none";
}
