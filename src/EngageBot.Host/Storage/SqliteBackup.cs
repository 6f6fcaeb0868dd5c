using System.Data;
using System.Globalization;
using EngageBot.Chat;
using EngageBot.Database;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EngageBot.Host.Storage;

/// <summary>
/// Copies of an embedded database that is in use (<see href="https://sqlite.org/backup.html"/>). A copy has its name only once it is whole and was read through.
/// </summary>
internal static class SqliteBackup
{
    private const string Unfinished = ".part";

    /// <summary>Pages that are copied before it is told how far the copy is.</summary>
    private const int PagesAtOnce = 4_096;

    /// <summary>Writes a copy as of now; whoever writes to the database goes on.</summary>
    /// <param name="progress">Is told how many pages are copied, of how many.</param>
    /// <returns>The version of the copy.</returns>
    /// <exception cref="DatabaseException">The copy is not whole, or there is a file of that name.</exception>
    public static async Task<int> WriteAsync(string database, string copy, CancellationToken cancellationToken, Action<long, long>? progress = null)
    {
        if (File.Exists(copy))
        {
            throw new DatabaseException($"There is a file {copy} already: give the backup another name.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(copy))!);
        var unfinished = copy + Unfinished;
        Remove(unfinished);
        try
        {
            await CopyAsync(database, unfinished, progress, cancellationToken);
            var version = await CheckAsync(unfinished, cancellationToken);
            File.Move(unfinished, copy);
            return version;
        }
        finally
        {
            Remove(unfinished);
        }
    }

    /// <summary>Reads a file through.</summary>
    /// <returns>The version of the program that wrote it.</returns>
    /// <exception cref="DatabaseException">It is no database of this program, or damaged, or was written by a newer one.</exception>
    public static async Task<int> CheckAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new SqliteConnection(ConnectionString(file, SqliteOpenMode.ReadOnly));
            await connection.OpenAsync(cancellationToken);
            if (await ScalarAsync(connection, "PRAGMA integrity_check(1)", cancellationToken) is var found and not "ok")
            {
                throw new DatabaseException($"{file} is damaged ({OneLine.Of(found ?? "no answer", 100)}): use another backup.");
            }

            if (await ScalarAsync(connection, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'schema_version'", cancellationToken) == "0")
            {
                throw new DatabaseException($"{file} is no database of EngageBot.");
            }

            var version = await Migrator.VersionAsync(connection);
            return version <= Migrator.Latest ? version : throw new DatabaseException($"{file} is of version {version}; this program knows versions up to {Migrator.Latest}. Use a newer EngageBot.");
        }
        catch (SqliteException fault) when (!DatabaseFaults.IsPassing(fault))
        {
            throw new DatabaseException($"{file} is damaged, or no database: {DatabaseFaults.FirstLine(fault)}", fault);
        }
    }

    /// <summary>Keeps the files of a database that nobody uses as they are: what is to be put in its place may be wanted because it is damaged, or of a newer program.</summary>
    public static void Keep(string database, string kept)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(kept))!);
        foreach (var part in ((string[])["-wal", string.Empty]).Where(part => File.Exists(database + part)))
        {
            File.Copy(database + part, kept + part);
        }
    }

    /// <summary>Puts a copy in the place of a database that nobody uses; what stood there goes only when the copy is whole.</summary>
    public static async Task PutAsync(string copy, string database, CancellationToken cancellationToken, Action<long, long>? progress = null)
    {
        var unfinished = database + Unfinished;
        Remove(unfinished);
        try
        {
            await CopyAsync(copy, unfinished, progress, cancellationToken);
            await CheckAsync(unfinished, cancellationToken);
            Remove(database + "-wal"); // Of the one that goes: it would be read into the other.
            Remove(database + "-shm");
            File.Move(unfinished, database, overwrite: true);
        }
        finally
        {
            Remove(unfinished);
        }
    }

    private static async Task CopyAsync(string from, string to, Action<long, long>? progress, CancellationToken cancellationToken)
    {
        PrivateFile.Make(to);
        await using var source = new SqliteConnection(ConnectionString(from, SqliteOpenMode.ReadWrite));
        await using var target = new SqliteConnection(ConnectionString(to, SqliteOpenMode.ReadWriteCreate));
        await source.OpenAsync(cancellationToken);
        await target.OpenAsync(cancellationToken);
        await using (var asOfNow = await source.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancellationToken)) // Without the writer's place.
        {
            // What is read from now on is as it is now, whatever is written meanwhile: without this the copy would begin anew with each commit.
            await ScalarAsync(source, "SELECT COUNT(*) FROM sqlite_master", cancellationToken);
            await Task.Run(() => Copy(source, target, progress, cancellationToken), cancellationToken);
        }

        await ScalarAsync(target, "PRAGMA journal_mode = DELETE", cancellationToken); // One file, which can be carried away as it is.
    }

    private static void Copy(SqliteConnection source, SqliteConnection target, Action<long, long>? progress, CancellationToken cancellationToken)
    {
        const string Main = "main";
        using var backup = raw.sqlite3_backup_init(target.Handle!, Main, source.Handle!, Main);
        var code = backup is null or { IsInvalid: true } ? raw.sqlite3_errcode(target.Handle!) : raw.SQLITE_OK;
        while (code == raw.SQLITE_OK)
        {
            cancellationToken.ThrowIfCancellationRequested();
            code = raw.sqlite3_backup_step(backup!, PagesAtOnce);
            var total = raw.sqlite3_backup_pagecount(backup!);
            progress?.Invoke(total - raw.sqlite3_backup_remaining(backup!), total);
        }

        if (code != raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(code, target.Handle);
        }
    }

    private static void Remove(string file)
    {
        File.Delete(file);
        File.Delete(file + "-journal");
    }

    private static async Task<string?> ScalarAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand(); // With the connection's transaction, where there is one.
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    private static string ConnectionString(string file, SqliteOpenMode mode) => new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(file), Mode = mode, Pooling = false }.ToString();
}
