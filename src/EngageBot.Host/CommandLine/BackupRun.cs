using System.Globalization;
using EngageBot.Database;
using EngageBot.Host.Configuration;
using EngageBot.Host.Storage;
using EngageBot.Members;
using EngageBot.Pipeline;
using Spectre.Console;

namespace EngageBot.Host.CommandLine;

/// <summary>Copies of the embedded database, there and back, and what upgrades it.</summary>
internal static class BackupRun
{
    private const string OnPostgres = "The database is on PostgreSQL: back it up with pg_dump, and restore it with pg_restore (see the runbook).";

    public static async Task<int> WriteAsync(string? copy, CancellationToken cancellationToken)
    {
        await using var database = Embedded("Nothing is stored yet.");
        copy ??= Named(database, "", TimeProvider.System.GetUtcNow());
        var version = await LongWork.RunAsync("Copying", progress => SqliteBackup.WriteAsync(database.Path, copy, cancellationToken, progress));
        var output = Terminal.Output();
        output.WriteLine($"{copy}: {new FileInfo(copy).Length / 1_048_576.0:N1} MiB, version {version}, read through and whole.");
        output.WriteLine($"Not in it: {HostConfiguration.ErasureKeyPath(database.Path)}, by which forgotten people stay so. Keep a copy of that, apart from this one.");
        return ExitCode.Done;
    }

    public static async Task<int> RestoreAsync(string copy, CancellationToken cancellationToken)
    {
        var path = EmbeddedPath();
        if (!File.Exists(copy))
        {
            throw new ConfigurationException($"There is no file {copy}.");
        }

        var version = await SqliteBackup.CheckAsync(copy, cancellationToken);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await using var database = new SqliteDataSource(path);
        await using var alone = await LiveLock.TakeAsync(database, cancellationToken);
        var output = Terminal.Output();
        if (File.Exists(database.Path))
        {
            var kept = Named(database, "-before-restore", TimeProvider.System.GetUtcNow());
            SqliteBackup.Keep(database.Path, kept);
            output.WriteLine($"What stood there is kept as {kept}.");
        }

        await LongWork.RunAsync("Restoring", async progress =>
        {
            await SqliteBackup.PutAsync(copy, database.Path, cancellationToken, progress);
            return true;
        });
        await Upgrade.RunAsync(database, cancellationToken);
        var key = ErasureKey.At(HostConfiguration.ErasureKeyPath(database.Path));
        await PutBack.ForgetAgainAsync(database, key, cancellationToken);
        output.WriteLine($"{copy} (version {version}) is the database {database.Path} now.{Forgotten(key.Erased.Count)}");
        return ExitCode.Done;
    }

    public static async Task<int> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var database = ConfiguredDatabase.Open();
        await using var alone = await LiveLock.TakeAsync(database, cancellationToken);
        var before = await Upgrade.VersionAsync(database, cancellationToken);
        var copy = await Upgrade.RunAsync(database, cancellationToken);
        var output = Terminal.Output();
        output.WriteLine(before == Migrator.Latest
            ? $"The database {ConfiguredDatabase.NameOf(database)} is of version {before}, as this program's is: nothing was to be done."
            : $"The database {ConfiguredDatabase.NameOf(database)} was of version {before} and is of version {Migrator.Latest} now.");
        if (copy is not null)
        {
            output.WriteLine($"As it was before, it is kept as {copy}. To go back, restore that with the older program.");
        }

        return ExitCode.Done;
    }

    private static string Forgotten(int people) => people switch
    {
        0 => string.Empty,
        1 => " 1 person who was forgotten is so in it too.",
        _ => $" {people:N0} people who were forgotten are so in it too.",
    };

    private static SqliteDataSource Embedded(string otherwise)
    {
        EmbeddedPath();
        return (SqliteDataSource)ConfiguredDatabase.OpenExisting(otherwise);
    }

    private static string EmbeddedPath()
    {
        var options = HostConfiguration.Database();
        return options.Provider == DatabaseProvider.Sqlite ? options.Path : throw new ConfigurationException(OnPostgres);
    }

    private static string Named(SqliteDataSource database, string what, DateTimeOffset now) => Path.Combine(
        Path.GetDirectoryName(database.Path)!,
        Upgrade.Folder,
        $"{Path.GetFileNameWithoutExtension(database.Path)}{what}-{now.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.db");
}
