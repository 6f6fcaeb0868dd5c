using System.Data;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Outbox;

namespace EngageBot.Concerns;

/// <summary>Asks the store for posts that moderators are to hear of, and what they heard.</summary>
internal sealed class ConcernQuery(WriteSession session)
{
    private const long Day = 86_400_000;

    /// <summary>Around it people quarrel, whatever its own words.</summary>
    private static readonly string Kind = $"CASE WHEN m.kind >= 8 THEN m.kind ELSE {PostKind.Quarrel:D} END";

    private static readonly string Columns = $"m.id, c.community, {Kind}, c.name, c.platform_id, k.platform, k.platform_id, m.thread, m.number, m.spelled";

    // What is for some members only goes to nobody else; the numbers of the kinds are those of Chat/PostKind.cs.
    private static readonly string Counts =
        $"""
        c.visibility = {ChannelVisibility.Everyone:D} AND (m.traits & 7) = 0 AND m.author IS NOT NULL AND m.deleted_at IS NULL
        """;

    private static readonly HotSql Untold = new(
        $"""
        SELECT {Columns}
        FROM (
            SELECT f.id AS id FROM messages f WHERE f.kind >= 8 AND f.at > @since AND f.at <= @now
            UNION SELECT q.post FROM quarrels q WHERE q.at > @since AND q.at <= @now) found
        CROSS JOIN messages m
        CROSS JOIN channels c
        CROSS JOIN own_communities k
        WHERE m.id = found.id AND c.id = m.channel AND k.id = c.community AND {Counts}
            AND NOT EXISTS (SELECT 1 FROM outbox_posts a JOIN outbox o ON o.id = a.entry WHERE a.post = m.id AND o.kind = {OutboxKind.Concern:D})
        ORDER BY m.at, m.id LIMIT 200
        """,
        ("since", DbType.Int64),
        ("now", DbType.Int64));

    private static readonly HotSql OfEntry = new(
        $"""
        SELECT {Columns}
        FROM outbox_posts a
        JOIN messages m ON m.id = a.post AND (m.kind >= 8 OR EXISTS (SELECT 1 FROM quarrels q WHERE q.post = m.id))
        JOIN channels c ON c.id = m.channel
        JOIN communities k ON k.id = c.community
        WHERE a.entry = @entry AND {Counts} ORDER BY a.place
        """,
        ("entry", DbType.Int64));

    private static readonly HotSql Posts = new("SELECT COUNT(*) FROM outbox_posts WHERE entry = @entry", ("entry", DbType.Int64));

    private static readonly HotSql Told = new(
        $"""
        SELECT o.planned_at, COALESCE(m.kind, 0) FROM outbox o LEFT JOIN messages m ON m.id = o.subject
        WHERE o.community = @community AND o.planned_at > @since AND o.kind = {OutboxKind.Concern:D}
        """,
        ("community", DbType.Int64),
        ("since", DbType.Int64));

    /// <summary>Written since a moment, in all communities of this process, the oldest first.</summary>
    public Task<IReadOnlyList<ConcernPost>> UntoldAsync(long since, long now, CancellationToken cancellationToken) => ReadAsync(Untold, cancellationToken, since, now);

    /// <summary>What a message tells of, as far as it still stands.</summary>
    /// <returns>And whether all of it does.</returns>
    public async Task<(IReadOnlyList<ConcernPost> Posts, bool AreAll)> OfEntryAsync(long entry, CancellationToken cancellationToken)
    {
        var posts = await ReadAsync(OfEntry, cancellationToken, entry);
        return (posts, posts.Count == await session.NumberAsync(Posts, cancellationToken, entry));
    }

    public async Task<ConcernsTold> ToldAsync(long community, long now, CancellationToken cancellationToken)
    {
        var crises = 0;
        List<DateTimeOffset> bundles = [];
        await using var reader = await session.ReadAsync(Told, cancellationToken, community, now - Day);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.GetInt32(1) == (int)PostKind.Crisis)
            {
                crises++;
            }
            else
            {
                bundles.Add(DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(0)));
            }
        }

        return new ConcernsTold(crises, bundles);
    }

    private async Task<IReadOnlyList<ConcernPost>> ReadAsync(HotSql sql, CancellationToken cancellationToken, params object?[] values)
    {
        List<ConcernPost> posts = [];
        await using var reader = await session.ReadAsync(sql, cancellationToken, values);
        while (await reader.ReadAsync(cancellationToken))
        {
            var place = new MessagePlace(
                new ChannelId(new CommunityId((Platform)reader.GetInt32(5), reader.GetString(6)), reader.GetString(4)),
                reader.IsDBNull(7) ? null : new MessageId(reader.GetInt64(7)),
                new MessageId(reader.GetInt64(8), reader.IsDBNull(9) ? null : reader.GetString(9)));
            posts.Add(new ConcernPost(reader.GetInt64(0), reader.GetInt64(1), (PostKind)reader.GetInt32(2), reader.GetString(3), place));
        }

        return posts;
    }
}
