using EngageBot.Host.Storage;
using EngageBot.TestKit;
using Microsoft.Data.Sqlite;

namespace EngageBot.Tests.Host.Storage;

public sealed class SqliteCheckpointerTests
{
    private const int PageSize = 4_096;

    [Fact]
    public async Task What_the_log_holds_comes_into_the_file_without_a_commit_doing_it()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("engagebot-").FullName, "checkpointed.db");
        var text = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();
        using var connection = new SqliteConnection(text);
        await connection.OpenAsync();
        await ExecuteAsync(connection, "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE written (bytes BLOB)");
        using var checkpointer = new SqliteCheckpointer(text, pages: 100);
        checkpointer.Watch(connection);

        await WriteAsync(connection, pages: 60);
        Assert.InRange(new FileInfo(file).Length, 0, 60 * PageSize);

        await WriteAsync(connection, pages: 60);
        await WriteAsync(connection, pages: 1); // A commit is counted with the next one.
        for (var start = TimeProvider.System.GetTimestamp(); new FileInfo(file).Length < 120 * PageSize && TimeProvider.System.GetElapsedTime(start) < TestTime.Patience;)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }

        Assert.InRange(new FileInfo(file).Length, 120 * PageSize, long.MaxValue);
        checkpointer.Dispose();
        await connection.CloseAsync();
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private static Task WriteAsync(SqliteConnection connection, int pages) => ExecuteAsync(connection, $"INSERT INTO written VALUES (randomblob({pages * PageSize}))");

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
