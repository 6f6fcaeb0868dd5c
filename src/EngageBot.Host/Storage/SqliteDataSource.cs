using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace EngageBot.Host.Storage;

/// <summary>
/// An embedded database file. The stock factory opens bare connections; this one gives each the settings that were chosen by measurement (see the
/// README's table of settings).
/// </summary>
public sealed class SqliteDataSource : DbDataSource
{
    /// <summary>MiB; each connection has its own.</summary>
    internal const int LargestCache = 32;

    /// <summary>
    /// Of a file that is new: it remembers which pages are free, so that it can give them back (<see href="https://sqlite.org/pragma.html#pragma_auto_vacuum"/>). On one that is not this would
    /// be a write, for which each connection would wait.
    /// </summary>
    private const string Made = "PRAGMA auto_vacuum = INCREMENTAL;";

    private readonly string _settings;
    private readonly SqliteCheckpointer _checkpointer;

    /// <param name="cache">The cache of a connection, MiB. Whoever writes much wants the most; for those who only look now and then it would be wasted.</param>
    public SqliteDataSource(string path, int cache = LargestCache)
    {
        // Set once for a connection: one writer and many readers, and a commit that survives a crash of the program, not of the machine's power.
        _settings = string.Create(CultureInfo.InvariantCulture, $"""
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = NORMAL;
            PRAGMA busy_timeout = 10000;
            PRAGMA cache_size = -{cache * 1_024};
            PRAGMA wal_autocheckpoint = {SqliteCheckpointer.PagesAtMost};
            PRAGMA secure_delete = ON;
            """);
        Path = System.IO.Path.GetFullPath(path);
        ConnectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            DefaultTimeout = 10,
            Pooling = true,
        }.ToString();
        _checkpointer = new SqliteCheckpointer(ConnectionString);
    }

    public override string ConnectionString { get; }

    /// <summary>The file, with its folder.</summary>
    public string Path { get; }

    protected override DbConnection CreateDbConnection()
    {
        PrivateFile.Make(Path);
        var isNew = new FileInfo(Path).Length == 0;
        var connection = new SqliteConnection(ConnectionString);
        connection.StateChange += (sender, change) =>
        {
            if (change.CurrentState == System.Data.ConnectionState.Open)
            {
                Configure((SqliteConnection)sender!, isNew);
            }
        };
        return connection;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _checkpointer.Dispose();
            using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
        }

        base.Dispose(disposing);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        Dispose(disposing: true);
        await base.DisposeAsyncCore();
    }

    private void Configure(SqliteConnection connection, bool isNew)
    {
        using var command = connection.CreateCommand();
        command.CommandText = isNew ? Made + _settings : _settings;
        command.ExecuteNonQuery();
        _checkpointer.Watch(connection);
    }
}
