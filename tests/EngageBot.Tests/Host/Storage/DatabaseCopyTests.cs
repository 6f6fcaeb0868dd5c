using EngageBot.Database;
using EngageBot.Host.Storage;
using EngageBot.TestKit;

namespace EngageBot.Tests.Host.Storage;

public sealed class DatabaseCopyTests
{
    [PostgresFact]
    public async Task From_a_file_to_PostgreSQL_and_back_everything_is_the_same()
    {
        await using var file = await FilledAsync();
        await using var server = await TestDatabase.CreateAsync(TestEngine.Postgres);
        await using var back = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        var there = await CopyAsync(file, server);
        Assert.Equal(there, await CopyAsync(server, back));
        foreach (var (table, rows) in there)
        {
            Assert.Equal(rows, await file.CountAsync(table));
            Assert.Equal(await file.RowsAsync($"SELECT * FROM {table} ORDER BY 1, 2"), await back.RowsAsync($"SELECT * FROM {table} ORDER BY 1, 2"));
        }

        Assert.True(there["outbox"] > 0 && there["messages"] > 0 && there["member_profiles"] > 0, string.Join(", ", there));
    }

    [Fact]
    public async Task What_holds_something_is_not_copied_into()
    {
        await using var file = await FilledAsync();
        await using var other = await FilledAsync();
        Assert.Contains("holds something already", (await Assert.ThrowsAsync<DatabaseException>(() => CopyAsync(file, other))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREATE TRIGGER t AFTER INSERT ON messages BEGIN UPDATE messages SET text = text || ' ' WHERE id = NEW.id; END")]
    [InlineData("CREATE TRIGGER t AFTER INSERT ON messages BEGIN DELETE FROM messages WHERE id = NEW.id; END")]
    public async Task A_row_that_is_not_the_same_is_found(string spoil)
    {
        await using var file = await FilledAsync();
        await using var other = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await other.ExecuteAsync(spoil);
        Assert.Contains("of messages is not the same on both sides", (await Assert.ThrowsAsync<DatabaseException>(() => CopyAsync(file, other))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_column_of_every_table_can_be_copied()
    {
        await using var file = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var connection = await file.Source.OpenConnectionAsync();
        foreach (var table in await TableShape.NamesAsync(connection, CancellationToken.None))
        {
            var shape = await TableShape.OfAsync(table, connection, CancellationToken.None);
            Assert.NotEmpty(shape.Columns);
            Assert.All(shape.Columns, column => Assert.NotEqual(System.Data.DbType.Object, column.Type));
        }
    }

    private static async Task<Dictionary<string, long>> CopyAsync(TestDatabase from, TestDatabase to)
    {
        Dictionary<string, long> rows = [];
        await foreach (var table in new DatabaseCopy(from.Source, to.Source, (_, _) => { }).RunAsync(CancellationToken.None))
        {
            rows.Add(table.Name, table.Rows);
        }

        return rows;
    }

    /// <summary>A community in which something happened, with hostile names.</summary>
    private static async Task<TestDatabase> FilledAsync()
    {
        var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await LiveStory.BeginAsync(database);
        await story.AgreeAsync("bob", "cid", "dan");
        for (var number = 1; number <= 40; number++)
        {
            await story.WriteAsync(A.Message($"how do I open box {number}, 'quoted' 日本語 \u202e🎈?").Id(number).By($"x'{number % 7}; DROP TABLE members").In("help"));
            await story.PassAsync(20);
        }

        return database;
    }
}
