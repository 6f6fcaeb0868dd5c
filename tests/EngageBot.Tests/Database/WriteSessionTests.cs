using System.Data;
using System.Data.Common;
using EngageBot.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Database;

public sealed class WriteSessionTests
{
    private static readonly HotSql Put = new(
        "INSERT INTO positions (source, value) VALUES (@source, @value) ON CONFLICT (source) DO UPDATE SET value = @value",
        ("source", DbType.String),
        ("value", DbType.String));

    private static readonly HotSql Count = new("SELECT COUNT(*) FROM positions");
    private static readonly HotSql Value = new("SELECT value FROM positions WHERE source = @source", ("source", DbType.String));

    [Theory, EachEngine]
    public async Task What_nobody_waits_for_is_there_for_the_next_who_reads_in_its_order(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var session = new WriteSession(database.Source);
        await session.BeginAsync(CancellationToken.None);
        for (var number = 0; number < 1_300; number++)
        {
            await session.WriteAsync(Put, CancellationToken.None, $"source {number % 1_200}", $"value {number}");
        }

        Assert.Equal(1_200, await session.NumberAsync(Count, CancellationToken.None));
        await session.WriteAsync(Put, CancellationToken.None, "source 7", "later");
        Assert.Equal("later", await session.TextAsync(Value, CancellationToken.None, "source 7"));
        await session.WriteAsync(Put, CancellationToken.None, "source 8", "last");
        await session.CommitAsync(CancellationToken.None);
        Assert.Equal(["source 7 | later", "source 8 | last", "source 99 | value 1299"], await database.RowsAsync("SELECT source, value FROM positions WHERE source IN ('source 7', 'source 8', 'source 99') ORDER BY source"));
    }

    [Theory, EachEngine]
    public async Task A_fault_comes_out_with_the_commit_at_the_latest_and_nothing_of_it_stays(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var session = new WriteSession(database.Source);
        await Assert.ThrowsAnyAsync<DbException>(async () =>
        {
            await session.BeginAsync(CancellationToken.None);
            await session.WriteAsync(Put, CancellationToken.None, "first", "value");
            await session.WriteAsync(Put, CancellationToken.None, "second", null);
            await session.CommitAsync(CancellationToken.None);
        });
        await session.AbandonAsync();

        await session.BeginAsync(CancellationToken.None);
        await session.WriteAsync(Put, CancellationToken.None, "third", "value");
        await session.CommitAsync(CancellationToken.None);
        Assert.Equal(["third"], await database.RowsAsync("SELECT source FROM positions"));
    }

    [Fact]
    public void Parameters_have_numbers_by_their_place() =>
        Assert.Equal("SELECT $2, $1, $2 WHERE $3", new HotSql("SELECT @b, @a, @b WHERE @ab_2", ("a", DbType.Int64), ("b", DbType.Int64), ("ab_2", DbType.Int64)).Positional);
}
