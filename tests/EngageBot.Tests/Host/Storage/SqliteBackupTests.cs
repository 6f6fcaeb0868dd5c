using Dapper;
using EngageBot.Database;
using EngageBot.Host.Storage;
using EngageBot.TestKit;

namespace EngageBot.Tests.Host.Storage;

public sealed class SqliteBackupTests
{
    [Fact]
    public async Task A_copy_tells_how_far_it_is_and_is_as_of_its_begin_whatever_is_written_meanwhile()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        Fill(database, 0, 12_000);
        var file = ((SqliteDataSource)database.Source).Path;
        var copy = file + ".copy";
        List<(long Done, long Total)> told = [];
        var version = await SqliteBackup.WriteAsync(file, copy, CancellationToken.None, (done, total) =>
        {
            told.Add((done, total));
            Fill(database, 12_000 * told.Count, 100); // Somebody writes between any two steps.
        });

        Assert.Equal(Migrator.Latest, version);
        Assert.True(told.Count > 2, $"{told.Count} times");
        Assert.True(told.Zip(told.Skip(1)).All(pair => pair.First.Done < pair.Second.Done && pair.First.Total == pair.Second.Total), string.Join(", ", told));
        Assert.Equal(told[^1].Total, told[^1].Done);
        await using var copied = new SqliteDataSource(copy);
        await using var connection = await copied.OpenConnectionAsync();
        Assert.Equal(12_000, await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM positions"));
        Assert.Equal(12_000 + (100 * told.Count), await database.CountAsync("positions"));
    }

    [Fact]
    public async Task One_that_is_given_up_leaves_nothing()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        Fill(database, 0, 12_000);
        var file = ((SqliteDataSource)database.Source).Path;
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SqliteBackup.WriteAsync(file, file + ".copy", stop.Token, (_, _) => stop.Cancel()));
        Assert.DoesNotContain(Directory.GetFiles(Path.GetDirectoryName(file)!), name => name.Contains(".copy", StringComparison.Ordinal));
    }

    private static void Fill(TestDatabase database, int from, int count)
    {
        using var connection = database.Source.OpenConnection();
        connection.Execute(
            """
            WITH RECURSIVE number(n) AS (SELECT @from + 1 UNION ALL SELECT n + 1 FROM number WHERE n < @until)
            INSERT INTO positions (source, value) SELECT 'source ' || n, printf('%.*c', 3500, 'x') FROM number
            """,
            new { from, until = from + count });
    }
}
