using System.Data.Common;
using System.Globalization;
using Dapper;
using EngageBot.Chat;
using EngageBot.Communities;

namespace EngageBot.Leases;

/// <summary>
/// Who works with a database that several processes share, and at what: rows by the database's own clock. The fence is the connection: each that a process works on is opened in its
/// holder's name, and only as long as the holder's row is there (<see cref="IsThereAsync"/>). Who takes over deletes the row first, and then has the server end all connections of that
/// name: after that nothing the other one does can be stored, whatever it still believes.
/// </summary>
/// <param name="database">For this alone: not in a holder's name.</param>
public sealed class LeaseStore(DbDataSource database)
{
    /// <summary>The setting of a connection that says in whose name it was opened; the view <c>own_communities</c> goes by it.</summary>
    public const string Setting = "engagebot.holder";

    private const string Prefix = "EngageBot ";
    private const string Now = "(EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint";

    private static readonly long Good = (long)LeaseTimes.Good.TotalMilliseconds;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestEnding = TimeSpan.FromSeconds(5);

    /// <summary>The name of a holder's connections.</summary>
    public static string ConnectionNameOf(string holder) => Prefix + holder;

    /// <summary>Whether a holder has not been given up yet.</summary>
    public static async Task<bool> IsThereAsync(DbConnection connection, string holder) =>
        await connection.ExecuteScalarAsync<int?>("SELECT 1 FROM holders WHERE id = @holder", new { holder }) is not null;

    public async Task JoinAsync(LeaseHolder holder, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO account_changes (one, number) VALUES (1, 0) ON CONFLICT (one) DO NOTHING;
            INSERT INTO partitions (name, holder, token) SELECT name, NULL, 0 FROM unnest(@serves) AS name ON CONFLICT (name) DO NOTHING;
            INSERT INTO holders (id, name, serves, began_at, until) VALUES (@id, @name, @lines, {Now}, {Now} + {Good})
            """,
            new { id = holder.Id, name = holder.Name, serves = holder.Serves.Order(StringComparer.Ordinal).ToArray(), lines = string.Join('\n', holder.Serves) },
            cancellationToken: cancellationToken));
    }

    /// <summary>False where others have given the holder up. One that is late and that nobody gave up goes on.</summary>
    public async Task<bool> RenewAsync(string holder, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            $"UPDATE holders SET until = {Now} + {Good} WHERE id = @holder", new { holder }, commandTimeout: (int)LeaseTimes.Sure.TotalSeconds, cancellationToken: cancellationToken)) > 0;
    }

    /// <summary>Those who live, and all that is divided among them.</summary>
    public async Task<(IReadOnlyList<LeaseHolder> Holders, IReadOnlyList<Partition> Partitions)> LookAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var holders = await connection.QueryAsync<(string Id, string Name, string Serves)>(new CommandDefinition(
            $"SELECT id, name, serves FROM holders WHERE until > {Now} ORDER BY began_at, id", cancellationToken: cancellationToken));
        var partitions = await connection.QueryAsync<(string Name, string? Holder)>(new CommandDefinition("SELECT name, holder FROM partitions ORDER BY name", cancellationToken: cancellationToken));
        return (
            [.. holders.Select(holder => new LeaseHolder(holder.Id, holder.Serves.Split('\n')) { Name = holder.Name })],
            [.. partitions.Select(partition => new Partition(partition.Name, partition.Holder))]);
    }

    /// <summary>Gives up those who have not been heard of for too long, and frees what they had once nothing of theirs can be stored any more.</summary>
    /// <returns>Those who were given up.</returns>
    public async Task<IReadOnlyList<string>> BuryAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var dead = await connection.QueryAsync<string>(new CommandDefinition($"DELETE FROM holders WHERE until <= {Now} RETURNING id", cancellationToken: cancellationToken));
        var left = await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT DISTINCT p.holder FROM partitions p WHERE p.holder IS NOT NULL AND NOT EXISTS (SELECT 1 FROM holders h WHERE h.id = p.holder)", cancellationToken: cancellationToken));
        foreach (var holder in dead.Union(left, StringComparer.Ordinal))
        {
            if (await EndConnectionsAsync(connection, holder, cancellationToken))
            {
                await FreeAsync(connection, holder, cancellationToken);
            }
        }

        return [.. dead];
    }

    /// <summary>Those of the partitions that nobody else took meanwhile.</summary>
    public async Task<IReadOnlyList<string>> TakeAsync(string holder, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<string>(new CommandDefinition(
            $"""
            UPDATE partitions SET holder = @holder, token = token + 1, taken_at = {Now}
            WHERE name = ANY(@names) AND holder IS NULL AND EXISTS (SELECT 1 FROM holders h WHERE h.id = @holder AND h.until > {Now})
            RETURNING name
            """,
            new { holder, names = names.ToArray() },
            cancellationToken: cancellationToken))];
    }

    /// <summary>Nothing of the holder's may be under way any more.</summary>
    public async Task GiveBackAsync(string holder, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE partitions SET holder = NULL WHERE holder = @holder AND name = ANY(@names)", new { holder, names = names.ToArray() }, cancellationToken: cancellationToken));
    }

    /// <summary>The holder ends, and gives all back.</summary>
    public async Task LeaveAsync(string holder, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition("DELETE FROM holders WHERE id = @holder", new { holder }, cancellationToken: cancellationToken));
        if (await EndConnectionsAsync(connection, holder, cancellationToken))
        {
            await FreeAsync(connection, holder, cancellationToken);
        }
    }

    /// <summary>Writes down of which partition communities are, where that is another one than before.</summary>
    public async Task AssignAsync(PartitionOf partitionOf, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var communities = await connection.QueryAsync<(long Key, int Platform, string Id, string? Partition)>(
            new CommandDefinition("SELECT id, platform, platform_id, partition FROM communities", cancellationToken: cancellationToken));
        var moved = communities
            .Select(community => (community.Key, Was: community.Partition, Is: partitionOf(new CommunityId((Platform)community.Platform, community.Id))))
            .Where(community => community.Is is not null && community.Is != community.Was)
            .ToList();
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE communities SET partition = moved.name FROM unnest(@keys, @names) AS moved(id, name) WHERE communities.id = moved.id",
            new { keys = moved.Select(community => community.Key).ToArray(), names = moved.Select(community => community.Is!).ToArray() },
            cancellationToken: cancellationToken));
    }

    /// <summary>Waits for a turn that all processes take one after the other, so much apart.</summary>
    public async Task TurnAsync(string name, TimeSpan apart, TimeProvider clock, CancellationToken cancellationToken)
    {
        var between = (long)apart.TotalMilliseconds;
        while (true)
        {
            await using (var connection = await database.OpenConnectionAsync(cancellationToken))
            {
                var sql = string.Create(
                    CultureInfo.InvariantCulture, $"INSERT INTO turns (name, at) VALUES (@name, {Now}) ON CONFLICT (name) DO UPDATE SET at = excluded.at WHERE turns.at <= excluded.at - {between}");
                if (await connection.ExecuteAsync(new CommandDefinition(sql, new { name }, cancellationToken: cancellationToken)) > 0)
                {
                    return;
                }
            }

            await Task.Delay(Pause * 4, clock, cancellationToken);
        }
    }

    private static Task<int> FreeAsync(DbConnection connection, string holder, CancellationToken cancellationToken) => connection.ExecuteAsync(new CommandDefinition(
        "UPDATE partitions SET holder = NULL WHERE holder = @holder AND NOT EXISTS (SELECT 1 FROM holders h WHERE h.id = @holder)", new { holder }, cancellationToken: cancellationToken));

    /// <summary>What they had begun and not committed is undone by the server.</summary>
    /// <returns>False where one of them would not end: then nobody takes over yet.</returns>
    private static async Task<bool> EndConnectionsAsync(DbConnection connection, string holder, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = @name AND datname = current_database()",
            new { name = ConnectionNameOf(holder) },
            cancellationToken: cancellationToken)) > 0)
        {
            if (TimeProvider.System.GetElapsedTime(started) > LongestEnding)
            {
                return false;
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }

        return true;
    }
}
