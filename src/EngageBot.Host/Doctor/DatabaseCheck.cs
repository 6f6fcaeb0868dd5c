using System.Data.Common;
using EngageBot.Database;
using EngageBot.Health;
using EngageBot.Host.CommandLine;
using EngageBot.Host.Configuration;
using EngageBot.Host.Storage;

namespace EngageBot.Host.Doctor;

/// <summary>Whether the database is there, whole, and of this version, and whether the disk has room.</summary>
internal static class DatabaseCheck
{
    private const long Gibibyte = 1L << 30;

    public static async Task<IReadOnlyList<Finding>> RunAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        List<Finding> findings = [];
        try
        {
            findings.AddRange(database is SqliteDataSource file && !File.Exists(file.Path)
                ? [Finding.Note($"Database: there is no {file.Path} yet; it is made at the first start.")]
                : await LookAsync(database, cancellationToken));
        }
        catch (Exception fault) when (FaultSentence.Of(fault) is { } sentence)
        {
            findings.Add(Finding.Problem($"Database {ConfiguredDatabase.NameOf(database)}: {sentence.Text}"));
        }

        findings.AddRange(Disk(database));
        return findings;
    }

    private static async Task<IReadOnlyList<Finding>> LookAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        var name = ConfiguredDatabase.NameOf(database);
        var version = database is SqliteDataSource file ? await SqliteBackup.CheckAsync(file.Path, cancellationToken) : await Upgrade.VersionAsync(database, cancellationToken);
        if (version > Migrator.Latest)
        {
            return [Finding.Problem($"Database {name}: it is of version {version}; this program knows versions up to {Migrator.Latest}. Use a newer EngageBot.")];
        }

        if (version < Migrator.Latest)
        {
            return [Finding.Note($"Database {name}: it is of version {version} and is brought up to {Migrator.Latest} at the next start (or by engagebot migrate).")];
        }

        return
        [
            Finding.Fine($"Database {name}: it is there and whole, of version {version}."),
            .. (await HealthStore.OpenAsync(database, cancellationToken)).Select(condition => Finding.Problem(ConditionList.InALine(condition))),
        ];
    }

    private static IEnumerable<Finding> Disk(DbDataSource database)
    {
        var options = HostConfiguration.Database();
        var folder = Path.GetDirectoryName(Path.GetFullPath(options.Path))!;
        while (!Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        var free = new DriveInfo(folder).AvailableFreeSpace;
        var used = database is SqliteDataSource file && File.Exists(file.Path) ? new FileInfo(file.Path).Length : 0;
        yield return free < Math.Max(Gibibyte / 4, used / 10) ? Finding.Problem($"Disk: {free / (1 << 20):N0} MiB are free: make room, or the bot will have to wait.")
            : free < Math.Max(Gibibyte, used) ? Finding.Note($"Disk: {free / (1 << 20):N0} MiB are free, no room for a backup and another month.")
            : Finding.Fine($"Disk: {free / Gibibyte:N0} GiB are free.");
        if (!IsWritable(folder))
        {
            yield return Finding.Problem($"Disk: the folder {folder} cannot be written by this user: give it to the one who runs the bot.");
        }
    }

    private static bool IsWritable(string folder)
    {
        try
        {
            using var probe = new FileStream(Path.Combine(folder, $".engagebot-{Guid.NewGuid():N}"), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
