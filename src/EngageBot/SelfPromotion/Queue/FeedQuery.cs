using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.SelfPromotion.Queue;

/// <summary>
/// Asks the store what comes into channels without a person behind it: through webhooks, and by bots most of whose messages carry a link and follow no person's line at once, as answers
/// do. That is for moderators only: nobody is told anything about it.
/// </summary>
internal sealed class FeedQuery(WriteSession session)
{
    private const long Month = 30L * 86_400_000;

    private const int Fewest = 5;

    private const int Most = 20;

    /// <summary>Milliseconds in which a bot answers who called it.</summary>
    private const int Answers = 10_000;

    // A person in whose name an integration writes is not named.
    private static readonly HotSql Feeds = new(
        $"""
        SELECT c.platform_id, c.name, CASE WHEN a.is_bot = 1 THEN a.name ELSE '' END, COUNT(*),
            SUM(CASE WHEN EXISTS (SELECT 1 FROM counting_links l JOIN messages r ON r.id = l.message WHERE l.parent = m.id AND r.id <> m.id AND (r.traits & 7) = 0 AND r.deleted_at IS NULL) THEN 1 ELSE 0 END)
        FROM channels c
        CROSS JOIN messages m
        LEFT JOIN members a ON a.id = m.author
        WHERE c.community = @community AND c.visibility = {ChannelVisibility.Everyone:D} AND m.channel = c.id AND m.at > @since AND m.at <= @now
            AND (m.traits & {(int)(MessageTraits.Webhook | MessageTraits.Bot)}) <> 0 AND m.deleted_at IS NULL
        GROUP BY c.id, c.platform_id, c.name, a.id, a.name, a.is_bot
        HAVING COUNT(*) >= {Fewest} AND (MAX(m.traits & {(int)MessageTraits.Webhook}) <> 0
            OR (COUNT(m.text) >= {Fewest} AND 2 * SUM(CASE WHEN m.text LIKE '%://%' THEN 1 ELSE 0 END) >= COUNT(m.text)
                AND 2 * SUM(CASE WHEN EXISTS (
                    SELECT 1 FROM messages p WHERE p.channel = m.channel AND p.at > m.at - {Answers} AND p.at <= m.at AND (p.traits & 7) = 0) THEN 1 ELSE 0 END) < COUNT(*)))
        ORDER BY COUNT(*) DESC, c.id, a.id LIMIT {Most}
        """,
        ("community", DbType.Int64),
        ("since", DbType.Int64),
        ("now", DbType.Int64));

    /// <summary>Those with most of it, by channel.</summary>
    public async Task<IReadOnlyList<Feed>> FindAsync(long community, CommunityId id, long now, CancellationToken cancellationToken)
    {
        List<Feed> feeds = [];
        await using var reader = await session.ReadAsync(Feeds, cancellationToken, community, now - Month, now);
        while (await reader.ReadAsync(cancellationToken))
        {
            feeds.Add(new Feed(new ChannelId(id, reader.GetString(0)), reader.GetString(1), reader.GetString(2), reader.GetInt64(3), reader.GetInt64(4)));
        }

        return feeds;
    }
}
