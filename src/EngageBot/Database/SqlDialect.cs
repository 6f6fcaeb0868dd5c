using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;

namespace EngageBot.Database;

/// <summary>The one place where SQLite and PostgreSQL differ: a key column that is the row itself on the one, 64 bits wide on the other, a log of what was written, and that only the one is shared by several processes.</summary>
internal static partial class SqlDialect
{
    /// <summary>MiB of SQLite's pages that are kept for those who write: the largest batch changes some 12,000, and what does not fit is written before its time, and then once more.</summary>
    private const int WriterCache = 64;

    private const int Attempts = 5;

    /// <summary>Pages that are given back together: a mebibyte.</summary>
    private const int GivenBack = 256;

    /// <summary>So much of a file stays free, one page in so many: what comes next goes there, and a file that shrank by it would only grow again.</summary>
    private const int StaysFreeIn = 20;

    /// <summary>Of <see href="https://sqlite.org/pragma.html#pragma_auto_vacuum"/>: a file remembers what it needs to give single pages back.</summary>
    private const long Incremental = 2;

    /// <summary>The connection by which all write keeps more of the database in memory than those that only read.</summary>
    public static async Task WidenAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA cache_size = -{WriterCache * 1_024}";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// Empties SQLite's log of what was written, in which what was erased still stands (<see href="https://sqlite.org/pragma.html#pragma_wal_checkpoint"/>). PostgreSQL writes
    /// its own anew by itself.
    /// </summary>
    /// <returns>False where somebody read all the while: it is emptied with the next one, or when the program starts.</returns>
    public static async Task<bool> EmptyLogAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (!IsSqlite(connection))
        {
            return true;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same without anybody waiting for it: what can be is written over while others write, what came meanwhile too, and only the little that is left needs a moment in which nobody writes or reads.</summary>
    public static async Task EmptyLogSoonAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (!IsSqlite(connection))
        {
            return;
        }

        await using var command = connection.CreateCommand();
        foreach (var step in (string[])["PRAGMA busy_timeout = 250", "PRAGMA wal_checkpoint(PASSIVE)", "PRAGMA wal_checkpoint(PASSIVE)", "PRAGMA wal_checkpoint(TRUNCATE)"])
        {
            command.CommandText = step;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Gives some of the pages that are free back to the disk, in a short transaction of their own. A file that was made before it remembered how is left as it is. PostgreSQL keeps what
    /// is free for what comes next, by itself.
    /// </summary>
    /// <returns>Whether there are more.</returns>
    public static async Task<bool> GiveBackAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (!IsSqlite(connection) || await PragmaAsync(connection, "auto_vacuum", cancellationToken) != Incremental || await SpareAsync(connection, cancellationToken) <= 0)
        {
            return false;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA incremental_vacuum({GivenBack})";
        await using (var pages = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await pages.ReadAsync(cancellationToken))
            {
                // Each row is a page.
            }
        }

        return await SpareAsync(connection, cancellationToken) > 0;
    }

    /// <summary>Lets no other process write to a table until the transaction ends. On SQLite that is so from the transaction's begin on.</summary>
    public static async Task LockAsync(string table, DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (!IsSqlite(connection))
        {
            await using var command = connection.CreateCommand();
            (command.Transaction, command.CommandText) = (transaction, $"LOCK TABLE {table} IN EXCLUSIVE MODE");
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public static async Task<bool> HasTableAsync(string table, DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = IsSqlite(connection)
            ? $"SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '{table}'"
            : $"SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = '{table}'";
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) > 0;
    }

    private static async Task<long> SpareAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await PragmaAsync(connection, "freelist_count", cancellationToken) - (await PragmaAsync(connection, "page_count", cancellationToken) / StaysFreeIn);

    private static async Task<long> PragmaAsync(DbConnection connection, string name, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    public static bool IsSqlite(DbConnection connection) => connection.GetType().Name.StartsWith("Sqlite", StringComparison.Ordinal);

    public static string Adapt(string sql, DbConnection connection) => IsSqlite(connection)
        ? sql
        : OnlyPostgres().Replace(sql.Replace("INTEGER PRIMARY KEY", "BIGINT PRIMARY KEY", StringComparison.Ordinal), "${sql}");

    /// <summary>What only PostgreSQL is to read stands in a comment.</summary>
    [GeneratedRegex(@"/\* postgresql: (?<sql>.*?) \*/", RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex OnlyPostgres();
}
