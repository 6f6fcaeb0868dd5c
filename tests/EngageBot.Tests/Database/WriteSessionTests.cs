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

    private static readonly HotSql Row = HotSql.Insert("positions", "ON CONFLICT (source) DO UPDATE SET value = excluded.value", keyLength: 1, ("source", DbType.String), ("value", DbType.String));

    private static readonly HotSql Remove = new("DELETE FROM positions WHERE source = @source", ("source", DbType.String));

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
    public async Task Rows_that_are_added_together_come_out_as_if_one_by_one(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var session = new WriteSession(database.Source);
        await session.BeginAsync(CancellationToken.None);
        for (var number = 0; number < 1_700; number++)
        {
            await session.WriteAsync(Row, CancellationToken.None, $"row {number % 1_600}", $"value {number}");
        }

        await session.WriteAsync(Row, CancellationToken.None, "twice", "first");
        await session.WriteAsync(Row, CancellationToken.None, "gone", "value");
        await session.WriteAsync(Row, CancellationToken.None, "twice", "second");
        await session.WriteAsync(Remove, CancellationToken.None, "gone");
        await session.WriteAsync(Row, CancellationToken.None, "other", "value");
        await session.WriteAsync(Remove, CancellationToken.None, "row 1");
        await session.WriteAsync(Row, CancellationToken.None, "row 1", "back");
        await session.CommitAsync(CancellationToken.None);

        Assert.Equal(["1602 | 99"], await database.RowsAsync("SELECT COUNT(*), SUM(CASE WHEN value LIKE 'value 16__' THEN 1 ELSE 0 END) FROM positions"));
        Assert.Equal(
            ["row 1 | back", "row 5 | value 1605", "row 500 | value 500", "twice | second"],
            await database.RowsAsync("SELECT source, value FROM positions WHERE source IN ('twice', 'gone', 'row 1', 'row 5', 'row 500') ORDER BY source"));
    }

    [Theory, EachEngine]
    public async Task A_fault_in_what_is_written_beside_the_work_comes_out_and_nothing_of_it_stays(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var session = new WriteSession(database.Source);
        await Assert.ThrowsAnyAsync<DbException>(async () =>
        {
            await session.BeginAsync(CancellationToken.None);
            for (var number = 0; number < 5_000; number++)
            {
                await session.WriteAsync(Row, CancellationToken.None, $"row {number}", number == 3 ? null : "value");
            }

            await session.CommitAsync(CancellationToken.None);
        });
        await session.AbandonAsync();

        await session.BeginAsync(CancellationToken.None);
        await session.WriteAsync(Row, CancellationToken.None, "other", "value");
        await session.CommitAsync(CancellationToken.None);
        Assert.Equal(["other"], await database.RowsAsync("SELECT source FROM positions"));
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

    [Theory, EachEngine]
    public async Task What_was_foreseen_is_given_once_and_then_asked_anew(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var session = new WriteSession(database.Source);
        await session.BeginAsync(CancellationToken.None);
        for (var number = 0; number < 1_200; number++)
        {
            await session.WriteAsync(Put, CancellationToken.None, $"source {number}", $"value {number}");
        }

        await session.ForeseeAsync([.. Enumerable.Range(0, 1_100).Select(number => new Question(Value, $"source {number % 1_050}")), new Question(Value, "nowhere"), new Question(Count)], CancellationToken.None);
        Assert.Equal("value 1049", await session.TextAsync(Value, CancellationToken.None, "source 1049"));
        Assert.Equal(1_200, await session.NumberAsync(Count, CancellationToken.None));
        Assert.Null(await session.TextAsync(Value, CancellationToken.None, "nowhere"));

        await session.WriteAsync(Put, CancellationToken.None, "nowhere", "somewhere");
        await session.WriteAsync(Put, CancellationToken.None, "source 1049", "changed");
        Assert.Equal("changed", await session.TextAsync(Value, CancellationToken.None, "source 1049"));
        Assert.Equal(1_201, await session.NumberAsync(Count, CancellationToken.None));
        Assert.Equal("somewhere", await session.TextAsync(Value, CancellationToken.None, "nowhere"));
    }

    [Theory, EachEngine]
    public async Task What_was_foreseen_and_not_needed_is_gone_with_the_commit_also_where_that_is_held(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        foreach (var isHeld in (bool[])[false, true])
        {
            await using var session = new WriteSession(database.Source, isHeld);
            await session.BeginAsync(CancellationToken.None);
            await session.WriteAsync(Put, CancellationToken.None, "one", "before");
            await session.ForeseeAsync([new Question(Value, "one")], CancellationToken.None);
            await session.CommitAsync(CancellationToken.None);
            await session.BeginAsync(CancellationToken.None);
            await session.WriteAsync(Put, CancellationToken.None, "one", "after");
            Assert.Equal("after", await session.TextAsync(Value, CancellationToken.None, "one"));
            await session.FlushAsync(CancellationToken.None);
        }
    }

    [Theory, EachEngine]
    public async Task Foreseen_rows_read_as_those_of_the_database_do(TestEngine engine)
    {
        HotSql rows = new("SELECT 7, 8, 'text', NULL, CAST(0.5 AS DOUBLE PRECISION), CAST(@big AS BIGINT)", ("big", DbType.Int64));
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var session = new WriteSession(database.Source);
        await session.BeginAsync(CancellationToken.None);
        foreach (var isForeseen in (bool[])[true, false])
        {
            if (isForeseen)
            {
                await session.ForeseeAsync([new Question(rows, 1L << 40)], CancellationToken.None);
            }

            await using var reader = await session.ReadAsync(rows, CancellationToken.None, 1L << 40);
            Assert.True(await reader.ReadAsync());
            Assert.Equal((7L, 8, "text", true, 0.5, 1L << 40), (reader.GetInt64(0), reader.GetInt32(1), reader.GetString(2), reader.IsDBNull(3), reader.GetDouble(4), reader.GetInt64(5)));
            Assert.ThrowsAny<Exception>(() => reader.GetInt64(3));
            Assert.False(await reader.ReadAsync());
        }
    }

    [Fact]
    public void Parameters_have_numbers_by_their_place() =>
        Assert.Equal("SELECT $2, $1, $2 WHERE $3", new HotSql("SELECT @b, @a, @b WHERE @ab_2", ("a", DbType.Int64), ("b", DbType.Int64), ("ab_2", DbType.Int64)).Positional);
}
