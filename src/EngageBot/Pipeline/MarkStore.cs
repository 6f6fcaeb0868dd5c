using System.Data;
using System.Data.Common;
using Dapper;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Pipeline;

/// <summary>Up to where channels and threads are known. A mark never moves back.</summary>
public sealed class MarkStore
{
    private static readonly HotSql MarkChannel = new(
        "UPDATE channels SET complete_up_to = @number WHERE id = @id AND (complete_up_to IS NULL OR complete_up_to < @number)",
        ("number", DbType.Int64),
        ("id", DbType.Int64));

    private static readonly HotSql MarkThread = new(
        """
        INSERT INTO thread_marks (channel, thread, complete_up_to) VALUES (@channel, @thread, @number)
        ON CONFLICT (channel, thread) DO UPDATE SET complete_up_to = excluded.complete_up_to WHERE thread_marks.complete_up_to < excluded.complete_up_to
        """,
        ("channel", DbType.Int64),
        ("thread", DbType.Int64),
        ("number", DbType.Int64));

    private readonly WriteSession _session;

    internal MarkStore(WriteSession session) => _session = session;

    /// <summary>All marks of a platform.</summary>
    public static async Task<IReadOnlyList<CompleteUpTo>> AllAsync(DbDataSource database, Platform platform, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Community, string Channel, long? Thread, long Number)>(new CommandDefinition(
            """
            SELECT k.platform_id, c.platform_id, NULL, c.complete_up_to
            FROM channels c JOIN communities k ON k.id = c.community
            WHERE k.platform = @platform AND c.complete_up_to IS NOT NULL
            UNION ALL
            SELECT k.platform_id, c.platform_id, t.thread, t.complete_up_to
            FROM thread_marks t JOIN channels c ON c.id = t.channel JOIN communities k ON k.id = c.community
            WHERE k.platform = @platform
            """,
            new { platform = (int)platform },
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => new CompleteUpTo(new ChannelId(new CommunityId(platform, row.Community), row.Channel), new MessageId(row.Number))
        {
            Thread = row.Thread is { } thread ? new MessageId(thread) : null,
        })];
    }

    internal async ValueTask PutAsync(long channel, CompleteUpTo mark, CancellationToken cancellationToken)
    {
        if (mark.Thread is { } thread)
        {
            await _session.WriteAsync(MarkThread, cancellationToken, channel, thread.Number, mark.Message.Number);
            return;
        }

        await _session.WriteAsync(MarkChannel, cancellationToken, mark.Message.Number, channel);
    }
}
