using System.Data.Common;
using System.Globalization;
using EngageBot.Database;

namespace EngageBot.Host.Storage;

/// <summary>
/// One program at a time listens and speaks with a database: two would store the same place in a shard's stream, and say things twice. The system, or PostgreSQL, lets go of the
/// lock when the program ends, however it ends.
/// </summary>
internal static class LiveLock
{
    /// <summary>Of all that can be locked by a number in a database of PostgreSQL (<see href="https://www.postgresql.org/docs/current/explicit-locking.html"/>), this is ours, and its schema's.</summary>
    private const int Live = 0x454E_4742;

    /// <summary>To be disposed of when the program stops listening.</summary>
    /// <exception cref="DatabaseException">Another program has it.</exception>
    public static async Task<IAsyncDisposable> TakeAsync(DbDataSource database, CancellationToken cancellationToken) =>
        database is SqliteDataSource file ? Take(file.Path) : await TakeAsync(await database.OpenConnectionAsync(cancellationToken), ConfiguredDatabase.NameOf(database), cancellationToken);

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

    private static async Task<IAsyncDisposable> TakeAsync(DbConnection connection, string name, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT pg_try_advisory_lock({Live}, hashtext(current_schema()))");
        if (await command.ExecuteScalarAsync(cancellationToken) is true)
        {
            return new PostgresLock(connection);
        }

        await connection.DisposeAsync();
        throw Taken(name, "EngageBot:Database:ConnectionString", fault: null);
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
            catch (DbException)
            {
                // The server let go of it when the connection broke.
            }
            finally
            {
                await connection.DisposeAsync();
            }
        }
    }

    private static DatabaseException Taken(string name, string setting, Exception? fault) =>
        new($"Another EngageBot is running with the database {name}: stop that one, or give this one a database of its own ({setting}).", fault);
}
