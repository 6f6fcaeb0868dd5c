using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.SelfPromotion.Queue;

/// <summary>Asks the store what comes into channels without a person behind it. That is for moderators only: nobody is told anything about it.</summary>
internal sealed class FeedQuery(WriteSession session)
{
    private const long Month = 30L * 86_400_000;

    private const int Fewest = 5;

    private const int Most = 5;

    private const int MostNamed = 20;

    private static readonly HotSql Feeds = By(name: null, Most);

    // A person in whose name an integration writes is not named.
    private static readonly HotSql NamedFeeds = By(name: "CASE WHEN w.is_bot = 1 THEN w.name ELSE '' END", MostNamed);

    /// <summary>The channels with most of it.</summary>
    public Task<IReadOnlyList<Feed>> FindAsync(long community, CommunityId id, long now, CancellationToken cancellationToken) => FindAsync(Feeds, community, id, now, cancellationToken);

    /// <summary>Those that bring most of it, by what they are called.</summary>
    public Task<IReadOnlyList<Feed>> FindByNameAsync(long community, CommunityId id, long now, CancellationToken cancellationToken) =>
        FindAsync(NamedFeeds, community, id, now, cancellationToken);

    private async Task<IReadOnlyList<Feed>> FindAsync(HotSql sql, long community, CommunityId id, long now, CancellationToken cancellationToken)
    {
        List<Feed> feeds = [];
        await using var reader = await session.ReadAsync(sql, cancellationToken, community, now - Month, now);
        while (await reader.ReadAsync(cancellationToken))
        {
            feeds.Add(new Feed(new ChannelId(id, reader.GetString(0)), reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3)) { Name = reader.GetString(4) });
        }

        return feeds;
    }

    private static HotSql By(string? name, int most) => new(
        $"""
        SELECT c.platform_id, c.name, COUNT(*),
            SUM(CASE WHEN EXISTS (SELECT 1 FROM counting_links l JOIN messages a ON a.id = l.message WHERE l.parent = m.id AND a.id <> m.id AND (a.traits & 7) = 0 AND a.deleted_at IS NULL) THEN 1 ELSE 0 END),
            {name ?? "''"}
        FROM channels c
        CROSS JOIN messages m
        LEFT JOIN members w ON w.id = m.author
        WHERE c.community = @community AND c.visibility = {ChannelVisibility.Everyone:D} AND m.channel = c.id AND m.at > @since AND m.at <= @now
            AND (m.traits & {(int)MessageTraits.Webhook}) <> 0 AND m.deleted_at IS NULL
        GROUP BY c.id, c.platform_id, c.name{(name is null ? string.Empty : $", {name}")} HAVING COUNT(*) >= {Fewest} ORDER BY COUNT(*) DESC, c.id LIMIT {most}
        """,
        ("community", DbType.Int64),
        ("since", DbType.Int64),
        ("now", DbType.Int64));
}
