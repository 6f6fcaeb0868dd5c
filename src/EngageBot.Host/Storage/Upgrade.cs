using System.Data.Common;
using System.Globalization;
using EngageBot.Database;

namespace EngageBot.Host.Storage;

/// <summary>Brings a database up to this program's version. An embedded one is copied before, so that going back is restoring that copy.</summary>
internal static class Upgrade
{
    /// <summary>Beside the database. Older copies of this kind go: they hold what people wrote.</summary>
    public const string Folder = "backups";

    /// <returns>The copy that was made; null where nothing was to be done, or there was nothing to copy.</returns>
    /// <exception cref="DatabaseException">The database was written by a newer program.</exception>
    public static async Task<string?> RunAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        var copy = await CopyAsync(database, cancellationToken);
        await Migrator.MigrateAsync(database, cancellationToken);
        return copy;
    }

    /// <summary>The version that a database is of; 0 for one without tables.</summary>
    public static async Task<int> VersionAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await Migrator.IsBegunAsync(connection, cancellationToken) ? await Migrator.VersionAsync(connection) : 0;
    }

    private static async Task<string?> CopyAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        if (database is not SqliteDataSource file || !File.Exists(file.Path) || await VersionAsync(database, cancellationToken) is var version && (version == 0 || version >= Migrator.Latest))
        {
            return null;
        }

        var folder = Path.Combine(Path.GetDirectoryName(file.Path)!, Folder);
        var prefix = Path.GetFileNameWithoutExtension(file.Path) + "-before-";
        var copy = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{prefix}{Migrator.Latest:0000}-of-{version:0000}.db"));
        if (!File.Exists(copy))
        {
            await SqliteBackup.WriteAsync(file.Path, copy, cancellationToken);
        }

        foreach (var older in Directory.EnumerateFiles(folder, prefix + "*.db").Where(other => other != copy).ToList())
        {
            File.Delete(older);
        }

        return copy;
    }
}
