using System.Data;
using EngageBot.Database;

namespace EngageBot.Unanswered;

/// <summary>Asks the store how the posts of 30 days fared, channel by channel.</summary>
internal sealed class ChannelShareQuery(WriteSession session)
{
    private const long Day = 86_400_000;

    private static readonly HotSql Shares = new(
        $"""
        WITH RECURSIVE chain(post, author, message) AS (
            SELECT m.id, m.author, m.id FROM channels c
            JOIN messages m ON m.channel = c.id AND m.at >= @from AND m.at < @until
            WHERE c.community = @community AND c.visibility = 1 AND {PostSql.KindToAll} IN ({PostSql.InvitingKinds}) AND {PostSql.IsPost}
            UNION
            {PostSql.Chain}
        ),
        answered AS (SELECT DISTINCT chain.post AS post FROM {PostSql.Replies}),
        counted AS (
            SELECT p.channel AS channel, COUNT(*) AS posts, COUNT(*) - COUNT(a.post) AS unanswered
            FROM chain h
            CROSS JOIN messages p
            LEFT JOIN answered a ON a.post = h.post
            WHERE h.message = h.post AND p.id = h.post GROUP BY p.channel)
        SELECT c.id, c.name, c.platform_id, COALESCE(s.posts, 0), COALESCE(s.unanswered, 0)
        FROM channels c LEFT JOIN counted s ON s.channel = c.id
        WHERE c.community = @community AND c.visibility = 1
        ORDER BY 5 DESC, 4 DESC, c.name, c.id
        """,
        ("community", DbType.Int64),
        ("from", DbType.Int64),
        ("until", DbType.Int64),
        ("now", DbType.Int64));

    /// <summary>All channels that everybody can read, those with most unanswered posts first.</summary>
    public async Task<IReadOnlyList<ChannelShare>> OfAsync(long community, long now, CancellationToken cancellationToken)
    {
        List<ChannelShare> channels = [];
        await using var reader = await session.ReadAsync(Shares, cancellationToken, community, now - (30 * Day), now - Day, now);
        while (await reader.ReadAsync(cancellationToken))
        {
            channels.Add(new ChannelShare(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3), reader.GetInt64(4)));
        }

        return channels;
    }
}
