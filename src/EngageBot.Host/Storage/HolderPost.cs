using System.Data.Common;
using System.Threading.Channels;
using EngageBot.Chat;
using EngageBot.Communities;
using Npgsql;

namespace EngageBot.Host.Storage;

/// <summary>
/// What reaches a process and is about a community that another one looks after is told that one, by PostgreSQL's own messages: nothing of it is stored in a table. What nobody listens to is lost,
/// as it would be if the one whose it is were not there. <see href="https://www.postgresql.org/docs/current/sql-notify.html"/>.
/// </summary>
/// <param name="database">In the holder's name.</param>
internal sealed class HolderPost(NpgsqlDataSource database, string holder, PartitionOf partitionOf)
{
    /// <summary>Bytes of UTF-8; PostgreSQL takes no more than 8,000.</summary>
    public const int Longest = 7_900;

    private const int Capacity = 200;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Channel<string> _received = Channel.CreateBounded<string>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait });

    /// <summary>What others told this process.</summary>
    public IAsyncEnumerable<string> ReceivedAsync(CancellationToken cancellationToken) => _received.Reader.ReadAllAsync(cancellationToken);

    /// <summary>False where nobody looks after the community just now.</summary>
    public async Task<bool> TellAsync(CommunityId community, string text, CancellationToken cancellationToken)
    {
        if (partitionOf(community) is not { } partition)
        {
            return false;
        }

        await using var command = database.CreateCommand("SELECT pg_notify($1 || holder, $2) FROM partitions WHERE name = $3 AND holder IS NOT NULL");
        foreach (var value in (string[])[ChannelOf(string.Empty), text, partition])
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    /// <summary>Until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await ListenAsync(cancellationToken);
            }
            catch (Exception fault) when (fault is DbException or IOException && !cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(Pause, TimeProvider.System, cancellationToken); // Whoever writes to the database says so.
            }
        }
    }

    private static string ChannelOf(string holder) => "engagebot_" + holder;

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        connection.Notification += (_, told) => _received.Writer.TryWrite(told.Payload);
        await using (var command = new NpgsqlCommand($"LISTEN {ChannelOf(holder)}", connection))
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }
}
