using System.Data;
using EngageBot.Database;
using EngageBot.Unanswered;

namespace EngageBot.Tips;

/// <summary>Asks the store at which hours people reply to one another in a channel.</summary>
internal sealed class HoursQuery(WriteSession session)
{
    private const long Days30 = 30L * 86_400_000;

    private static readonly HotSql Replies = new(
        $"""
        SELECT (m.at / 3600000) % 24 AS hour, COUNT(*)
        FROM (SELECT id, author, at FROM messages
            WHERE channel = @channel AND at > @since AND at <= @now AND author IS NOT NULL AND (traits & {PostSql.NotByPerson}) = 0 AND deleted_at IS NULL
            ORDER BY at DESC LIMIT 10000) m
        JOIN counting_links l ON l.message = m.id
        JOIN messages p ON p.id = l.parent AND p.author <> m.author
        GROUP BY (m.at / 3600000) % 24
        """,
        ("channel", DbType.Int64),
        ("since", DbType.Int64),
        ("now", DbType.Int64));

    private static readonly HotSql Zone = new("SELECT COALESCE((SELECT s.time_zone FROM member_settings s WHERE s.member = m.id), m.time_zone) FROM members m WHERE m.id = @member", ("member", DbType.Int64));

    /// <summary>Replies of 30 days by hours of the day, UTC.</summary>
    public async Task<IReadOnlyList<long>> RepliesAsync(long channel, long now, CancellationToken cancellationToken)
    {
        var hours = new long[24];
        await using var reader = await session.ReadAsync(Replies, cancellationToken, channel, now - Days30, now);
        while (await reader.ReadAsync(cancellationToken))
        {
            hours[(int)reader.GetInt64(0)] = reader.GetInt64(1);
        }

        return hours;
    }

    /// <summary>The zone that a member lives in, as far as is known.</summary>
    public async Task<string?> ZoneAsync(long member, CancellationToken cancellationToken) => await session.TextAsync(Zone, cancellationToken, member);
}
