using System.Data.Common;
using Dapper;
using EngageBot.Outbox;

namespace EngageBot.Health;

/// <summary>Asks a database what is in it.</summary>
public static class StoreStatusReader
{
    private const long Day = 86_400_000;

    private static readonly string Sql =
        $"""
        SELECT (SELECT COUNT(*) FROM messages), (SELECT MAX(at) FROM messages), (SELECT MIN(at) FROM messages WHERE text IS NOT NULL),
            (SELECT COUNT(*) FROM outbox o JOIN communities k ON k.id = o.community
                WHERE k.live_since IS NOT NULL AND o.state IN ({OutboxState.Planned:D}, {OutboxState.Claimed:D})),
            (SELECT COUNT(*) FROM outbox WHERE sent_at > @since),
            (SELECT COUNT(*) FROM outbox WHERE planned_at > @since AND state IN ({OutboxState.Refused:D}, {OutboxState.Expired:D}, {OutboxState.Uncertain:D}))
        """;

    public static async Task<StoreStatus> ReadAsync(DbDataSource database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var (messages, newest, oldest, planned, sent, failed) = await connection.QuerySingleAsync<(long, long?, long?, long, long, long)>(
            new CommandDefinition(Sql, new { since = now.ToUnixTimeMilliseconds() - Day }, cancellationToken: cancellationToken));
        return new StoreStatus { Messages = messages, Newest = Moment(newest), OldestText = Moment(oldest), Planned = planned, Sent = sent, Failed = failed };
    }

    private static DateTimeOffset? Moment(long? milliseconds) => milliseconds is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}
