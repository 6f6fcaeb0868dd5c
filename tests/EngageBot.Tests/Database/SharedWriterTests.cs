using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using EngageBot.Database;
using EngageBot.Host.Storage;
using EngageBot.TestKit;

namespace EngageBot.Tests.Database;

/// <summary>Whoever writes to an embedded database writes in his turn, on one connection.</summary>
public sealed class SharedWriterTests
{
    /// <summary>Whose turn comes only because nobody waits for longer has not had it.</summary>
    private static readonly TimeSpan InTime = SharedWriter.Longest * 0.8;

    private static readonly HotSql Create = new("CREATE TABLE written_rows (who BIGINT PRIMARY KEY)");
    private static readonly HotSql Add = new("INSERT INTO written_rows (who) VALUES (@who)", ("who", DbType.Int64));

    [Fact]
    public async Task Those_who_write_do_so_in_the_order_in_which_they_came_whoever_opened_the_file()
    {
        await using var database = await OpenAsync();
        await using var other = new SqliteDataSource(((SqliteDataSource)database.Source).Path);
        await using WriteSession first = new(database.Source), second = new(other), third = new(database.Source);
        await first.BeginAsync(CancellationToken.None);
        var (secondTurn, thirdTurn) = (second.BeginAsync(CancellationToken.None), third.BeginAsync(CancellationToken.None));

        await first.ExecuteAsync(Add, CancellationToken.None, 1L);
        Assert.False(secondTurn.IsCompleted || thirdTurn.IsCompleted);
        await first.CommitAsync(CancellationToken.None);

        await secondTurn.WaitAsync(InTime);
        await second.ExecuteAsync(Add, CancellationToken.None, 2L);
        Assert.False(thirdTurn.IsCompleted);
        await second.AbandonAsync(); // What it wrote is gone, and its turn is over.

        await thirdTurn.WaitAsync(InTime);
        await third.ExecuteAsync(Add, CancellationToken.None, 3L);
        await third.CommitAsync(CancellationToken.None);
        Assert.Equal(["1", "3"], await database.RowsAsync("SELECT who FROM written_rows ORDER BY who"));
    }

    [Fact]
    public async Task Whoever_does_not_want_to_wait_any_longer_keeps_nobody_waiting()
    {
        await using var database = await OpenAsync();
        await using WriteSession first = new(database.Source), second = new(database.Source), third = new(database.Source);
        await first.BeginAsync(CancellationToken.None);
        using var impatience = new CancellationTokenSource();
        var (secondTurn, thirdTurn) = (second.BeginAsync(impatience.Token), third.BeginAsync(CancellationToken.None));
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => secondTurn);
        await first.CommitAsync(CancellationToken.None);
        await thirdTurn.WaitAsync(InTime);
    }

    [Fact]
    public async Task After_a_fault_the_next_one_writes_on_another_connection()
    {
        await using var database = await OpenAsync();
        await using var counted = new CountedSource(database.Source);
        await using WriteSession first = new(counted), second = new(counted);
        await first.OpenAsync(CancellationToken.None);
        await second.OpenAsync(CancellationToken.None);
        await first.ExecuteAsync(Add, CancellationToken.None, 1L);
        await second.BeginAsync(CancellationToken.None);
        await second.ExecuteAsync(Add, CancellationToken.None, 2L);
        await second.CommitAsync(CancellationToken.None);
        Assert.Equal(3, counted.Opened); // One for each to read with, and one to write for both.

        await Assert.ThrowsAnyAsync<DbException>(() => first.ExecuteAsync(Add, CancellationToken.None, 1L).AsTask());
        await second.ExecuteAsync(Add, CancellationToken.None, 3L);
        Assert.Equal(4, counted.Opened);
        Assert.Equal(["1", "2", "3"], await database.RowsAsync("SELECT who FROM written_rows ORDER BY who"));
    }

    [Fact]
    public async Task The_last_who_goes_closes_the_connection()
    {
        await using var database = await OpenAsync();
        await using var counted = new CountedSource(database.Source);
        var (first, second) = (new WriteSession(counted), new WriteSession(counted));
        foreach (var (session, who) in ((WriteSession, long)[])[(first, 1), (second, 2)])
        {
            await session.BeginAsync(CancellationToken.None);
            await session.ExecuteAsync(Add, CancellationToken.None, who);
            await session.CommitAsync(CancellationToken.None);
        }

        await first.DisposeAsync();
        Assert.Equal(2, counted.Open);
        await second.DisposeAsync();
        Assert.Equal(0, counted.Open);
    }

    private static async Task<TestDatabase> OpenAsync()
    {
        var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var session = new WriteSession(database.Source);
        await session.OpenAsync(CancellationToken.None);
        await session.ExecuteAsync(Create, CancellationToken.None);
        return database;
    }

    /// <summary>Knows how many connections were opened, and how many are open.</summary>
    private sealed class CountedSource(DbDataSource database) : DbDataSource
    {
        private readonly ConcurrentBag<DbConnection> _made = [];

        public int Opened => _made.Count;

        public int Open => _made.Count(connection => connection.State == ConnectionState.Open);

        public override string ConnectionString => database.ConnectionString;

        protected override DbConnection CreateDbConnection()
        {
            var connection = database.CreateConnection();
            _made.Add(connection);
            return connection;
        }
    }
}
