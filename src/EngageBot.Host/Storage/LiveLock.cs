using System.Data.Common;
using System.Globalization;
using EngageBot.Database;
using EngageBot.Leases;

namespace EngageBot.Host.Storage;

/// <summary>
/// One program at a time listens and speaks with an embedded database: two would store the same place in a shard's stream, and say things twice. On PostgreSQL several may, who divide the
/// work by leases (see <see cref="LeaseStore"/>); but nobody else changes it meanwhile who wants it alone. The system, or PostgreSQL, lets go of the lock when the program ends,
/// however it ends.
/// </summary>
internal static class LiveLock
{
    /// <summary>Of all that can be locked by a number in a database of PostgreSQL (<see href="https://www.postgresql.org/docs/current/explicit-locking.html"/>), this is ours, and its schema's.</summary>
    private const int Live = 0x454E_4742;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestUpgrade = TimeSpan.FromMinutes(1);

    /// <summary>Nobody else works with it: for those who change all of it. To be disposed of when that is done.</summary>
    /// <exception cref="DatabaseException">Another program has it.</exception>
    public static async Task<IAsyncDisposable> TakeAsync(DbDataSource database, CancellationToken cancellationToken) =>
        database is SqliteDataSource file ? Take(file.Path)
        : await AreOthersAsync(database, cancellationToken) ? throw Taken(database)
        : await TryTakeAsync(database, shared: false, cancellationToken) ?? throw Taken(database);

    /// <summary>For a program that listens and speaks. Before it does, the database is of its version: that is changed only while nobody else works with it.</summary>
    /// <exception cref="DatabaseException">Another program has it.</exception>
    public static async Task<IAsyncDisposable> JoinAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        if (database is SqliteDataSource file)
        {
            var alone = Take(file.Path);
            await Upgrade.RunAsync(database, cancellationToken);
            return alone;
        }

        for (var started = TimeProvider.System.GetTimestamp(); ; await Task.Delay(Pause, TimeProvider.System, cancellationToken))
        {
            await TryUpgradeAsync(database, cancellationToken);
            if (await Upgrade.VersionAsync(database, cancellationToken) == Migrator.Latest && await TryTakeAsync(database, shared: true, cancellationToken) is { } place)
            {
                return place;
            }

            if (TimeProvider.System.GetElapsedTime(started) > LongestUpgrade)
            {
                throw Taken(database);
            }
        }
    }

    /// <summary>Whose connection broke has lost the lock, and may live all the same.</summary>
    private static async Task<bool> AreOthersAsync(DbDataSource database, CancellationToken cancellationToken) =>
        await Upgrade.VersionAsync(database, cancellationToken) == Migrator.Latest && (await new LeaseStore(database).LookAsync(cancellationToken)).Holders.Count > 0;

    private static async Task TryUpgradeAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        var version = await Upgrade.VersionAsync(database, cancellationToken);
        if (version > Migrator.Latest)
        {
            await Upgrade.RunAsync(database, cancellationToken); // It says so.
        }
        else if (version < Migrator.Latest && await TryTakeAsync(database, shared: false, cancellationToken) is { } alone)
        {
            await using (alone)
            {
                await Upgrade.RunAsync(database, cancellationToken);
            }
        }
    }

    private static FileStream Take(string path)
    {
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (fault.GetType() == typeof(IOException))
        {
            throw Taken(path, "EngageBot:Database:Path", fault);
        }
    }

    private static async Task<PostgresLock?> TryTakeAsync(DbDataSource database, bool shared, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT {(shared ? "pg_try_advisory_lock_shared" : "pg_try_advisory_lock")}({Live}, hashtext(current_schema()))");
        if (await command.ExecuteScalarAsync(cancellationToken) is true)
        {
            return new PostgresLock(connection);
        }

        await connection.DisposeAsync();
        return null;
    }

    /// <summary>The connection that holds it. Given back to the pool as it is, it would hold it still.</summary>
    private sealed class PostgresLock(DbConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                await using var command = connection.CreateCommand();
                command.CommandText = "SELECT pg_advisory_unlock_all()";
                await command.ExecuteNonQueryAsync();
            }
            catch (Exception fault) when (fault is DbException or InvalidOperationException)
            {
                // The server let go of it when the connection broke.
            }
            finally
            {
                await connection.DisposeAsync();
            }
        }
    }

    private static DatabaseException Taken(DbDataSource database) => Taken(ConfiguredDatabase.NameOf(database), "EngageBot:Database:ConnectionString", fault: null);

    private static DatabaseException Taken(string name, string setting, Exception? fault) =>
        new($"Another EngageBot is running with the database {name}: stop that one, or give this one a database of its own ({setting}).", fault);
}
