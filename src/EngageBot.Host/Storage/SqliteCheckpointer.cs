using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EngageBot.Host.Storage;

/// <summary>
/// Brings what SQLite's log holds into the file, beside those who write: at the end of a commit, where SQLite does it, they would wait for the disk
/// (<see href="https://sqlite.org/wal.html#avoiding_excessively_large_wal_files"/>). The log begins anew where nobody writes or reads just then; where somebody always does, at a commit
/// that brings over the little that is left, once in a while.
/// </summary>
internal sealed class SqliteCheckpointer : IDisposable
{
    /// <summary>Pages in the log, of 4 KiB, at which a commit does what is left to do.</summary>
    public const int PagesAtMost = 3 * Pages;

    private const int Pages = 24_000;

    /// <summary>
    /// The last one waits for nobody, and nobody long for it: what was written during the first is brought over, and waited for until it is on the disk, by the second, and it has next to nothing to do.
    /// </summary>
    private static readonly string[] Steps = ["PRAGMA wal_checkpoint(PASSIVE)", "PRAGMA wal_checkpoint(PASSIVE)", "PRAGMA busy_timeout = 0", "PRAGMA wal_checkpoint(RESTART)"];

    private readonly string _connectionString;
    private readonly int _pages;
    private readonly Lock _lock = new();
    private Task _running = Task.CompletedTask;
    private bool _isDisposed;
    private long _written;

    /// <param name="connectionString">The same as of those who write.</param>
    /// <param name="pages">After so many it begins; what is written over and over is brought over once.</param>
    public SqliteCheckpointer(string connectionString, int pages = Pages) => (_connectionString, _pages) = (connectionString, pages);

    /// <summary>Counts what a connection writes, from now until it is closed.</summary>
    public void Watch(SqliteConnection connection)
    {
        var (handle, before) = (connection.Handle!, WrittenBy(connection.Handle!));
        raw.sqlite3_commit_hook(handle, _ =>
        {
            var now = WrittenBy(handle);
            Add(now - before);
            before = now;
            return 0; // The commit goes on.
        }, null);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
        }

        _running.Wait();
    }

    /// <summary>Pages that a connection wrote into the log, all in all.</summary>
    private static int WrittenBy(sqlite3 handle)
    {
        _ = raw.sqlite3_db_status(handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, resetFlg: 0);
        return pages;
    }

    private void Add(int pages)
    {
        if (Interlocked.Add(ref _written, pages) >= _pages)
        {
            lock (_lock)
            {
                if (_running.IsCompleted && !_isDisposed)
                {
                    Interlocked.Exchange(ref _written, 0);
                    _running = Task.Run(Checkpoint);
                }
            }
        }
    }

    private void Checkpoint()
    {
        try
        {
            using var connection = new SqliteConnection(_connectionString);
            connection.Open();
            using var command = connection.CreateCommand();
            foreach (var step in Steps)
            {
                command.CommandText = step;
                command.ExecuteNonQuery();
            }
        }
        catch (SqliteException)
        {
            // Nothing is lost by it: whoever commits does it himself.
        }
    }
}
