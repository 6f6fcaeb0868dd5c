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
        if (copy is not null)
        {
            await RememberFreeAsync(database, cancellationToken); // Nobody works with it yet, and there was room for a copy.
        }

        return copy;
    }

    /// <summary>The version that a database is of; 0 for one without tables.</summary>
    public static async Task<int> VersionAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await Migrator.IsBegunAsync(connection, cancellationToken) ? await Migrator.VersionAsync(connection) : 0;
    }

    /// <summary>
    /// A file that was made before files remembered which pages are free is written anew, once, so that it can give them back
    /// (<see href="https://sqlite.org/pragma.html#pragma_auto_vacuum"/>).
    /// </summary>
    private static async Task RememberFreeAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA auto_vacuum";
        if (Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) == 0)
        {
            command.CommandText = "PRAGMA auto_vacuum = INCREMENTAL; VACUUM";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
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
