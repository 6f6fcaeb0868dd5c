using System.Data.Common;
using Dapper;
using EngageBot.Chat;
using EngageBot.Host.Storage;
using EngageBot.Leases;
using EngageBot.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Tests.Leases;

public sealed class LeaseStoreTests
{
    private const string Late = "UPDATE holders SET until = until - 60000 WHERE id = 'one'";

    [PostgresFact]
    public async Task What_a_process_does_that_is_not_heard_of_is_taken_over_and_nothing_of_it_is_stored_any_more()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Postgres);
        var store = new LeaseStore(database.Source);
        await JoinAsync(store, "one");
        await JoinAsync(store, "two");
        Assert.Equal(["a", "b"], await store.TakeAsync("one", ["a", "b"], CancellationToken.None));
        Assert.Empty(await store.TakeAsync("two", ["a", "b"], CancellationToken.None));
        await using var own = HolderDatabase.Open(database.ConnectionString, "one");
        await using var halted = await own.OpenConnectionAsync();
        await using var begun = await halted.BeginTransactionAsync();
        await halted.ExecuteAsync("INSERT INTO positions (source, value) VALUES ('s', 'by one')");

        await database.ExecuteAsync(Late);
        Assert.Equal(["one"], await store.BuryAsync(CancellationToken.None));
        Assert.Equal(["a", "b"], await store.TakeAsync("two", ["a", "b"], CancellationToken.None));

        await Assert.ThrowsAnyAsync<DbException>(() => begun.CommitAsync());
        await Assert.ThrowsAsync<LeaseLostException>(async () => await own.OpenConnectionAsync());
        Assert.False(await store.RenewAsync("one", CancellationToken.None));
        Assert.Equal(0, await database.CountAsync("positions"));
        Assert.Equal(["a | two | 2", "b | two | 2"], await database.RowsAsync("SELECT name, holder, token FROM partitions WHERE holder IS NOT NULL ORDER BY name"));
    }

    [PostgresFact]
    public async Task Who_is_late_and_was_not_given_up_goes_on()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Postgres);
        var store = new LeaseStore(database.Source);
        await JoinAsync(store, "one");
        await store.TakeAsync("one", ["a"], CancellationToken.None);
        await database.ExecuteAsync(Late);

        Assert.True(await store.RenewAsync("one", CancellationToken.None));
        Assert.Empty(await store.BuryAsync(CancellationToken.None));
        Assert.Equal(["one"], (await store.LookAsync(CancellationToken.None)).Holders.Select(holder => holder.Id));
    }

    [PostgresFact]
    public async Task Who_leaves_gives_all_back_at_once()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Postgres);
        var store = new LeaseStore(database.Source);
        await JoinAsync(store, "one");
        await JoinAsync(store, "two");
        await store.TakeAsync("one", ["a", "b"], CancellationToken.None);

        await store.GiveBackAsync("one", ["a"], CancellationToken.None);
        Assert.Equal(["a"], await store.TakeAsync("two", ["a", "b"], CancellationToken.None));
        await store.LeaveAsync("one", CancellationToken.None);
        Assert.Equal(["b"], await store.TakeAsync("two", ["b"], CancellationToken.None));
    }

    [PostgresFact]
    public async Task A_process_looks_after_the_communities_of_its_partitions_and_a_tool_after_all()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Postgres);
        await database.ExecuteAsync("INSERT INTO communities (id, platform, platform_id) VALUES (1, 1, 'x'), (2, 1, 'y'), (3, 1, 'z')");
        var store = new LeaseStore(database.Source);
        await JoinAsync(store, "one");
        await store.TakeAsync("one", ["a"], CancellationToken.None);
        await store.AssignAsync(PartitionOf, CancellationToken.None);
        await using var own = HolderDatabase.Open(database.ConnectionString, "one");

        Assert.Equal([1], await CommunitiesAsync(own));
        Assert.Equal([1, 2, 3], await CommunitiesAsync(database.Source));

        static string? PartitionOf(CommunityId community) => community.Value switch { "x" => "a", "y" => "b", _ => null };
    }

    [PostgresFact]
    public async Task Turns_are_taken_one_after_the_other()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Postgres);
        var store = new LeaseStore(database.Source);
        await store.TurnAsync("t", TimeSpan.FromHours(1), TimeProvider.System, CancellationToken.None);
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.TurnAsync("t", TimeSpan.FromHours(1), TimeProvider.System, guard.Token));
        await store.TurnAsync("other", TimeSpan.FromHours(1), TimeProvider.System, CancellationToken.None);
        await database.ExecuteAsync("UPDATE turns SET at = at - 3600000");
        await store.TurnAsync("t", TimeSpan.FromHours(1), TimeProvider.System, CancellationToken.None);
    }

    [PostgresFact]
    public async Task Who_was_given_up_is_stopped_and_lets_nothing_out()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Postgres);
        var store = new LeaseStore(database.Source);
        await JoinAsync(store, "one");
        using var gate = new LeaseGate(TimeProvider.System);
        var keeper = new LeaseKeeper(store, "one", gate, TimeProvider.System, NullLogger.Instance);
        await keeper.RunOnceAsync(CancellationToken.None);
        await gate.PassAsync(CancellationToken.None);
        Assert.Equal(["a", "b", Partition.CommonWork], (await keeper.Next).Take);

        await database.ExecuteAsync("DELETE FROM holders");
        await keeper.RunOnceAsync(CancellationToken.None);

        Assert.True(gate.Lost.IsCancellationRequested);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await gate.PassAsync(CancellationToken.None));
    }

    private static Task JoinAsync(LeaseStore store, string id) => store.JoinAsync(new LeaseHolder(id, ["a", "b", Partition.CommonWork]), CancellationToken.None);

    private static async Task<IReadOnlyList<long>> CommunitiesAsync(DbDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync();
        return [.. await connection.QueryAsync<long>("SELECT id FROM own_communities ORDER BY id")];
    }
}
