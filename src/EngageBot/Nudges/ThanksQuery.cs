using System.Data;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>Asks the store which helpers do not know yet that it helped.</summary>
internal sealed class ThanksQuery(WriteSession session)
{
    private const string Columns =
        """
        n.post, n.member, w.platform_id, m.channel, c.name, c.visibility, c.platform_id, k.platform, k.platform_id, m.thread, m.number, m.spelled, m.text
        """;

    private const string From =
        """
        JOIN messages m ON m.id = n.post AND m.deleted_at IS NULL AND m.author IS NOT NULL
        JOIN channels c ON c.id = m.channel
        JOIN communities k ON k.id = c.community
        JOIN members w ON w.id = n.member AND w.opted_out_at IS NULL
        """;

    // The sign before member keeps SQLite from making an index of all reactions that there are, each time.
    /// <summary>Replies by people who were not asked, to what was shown to everybody or what they found in their inbox, and that the author took up.</summary>
    private static readonly string TakenUp =
        $"""
        WITH RECURSIVE chain(post, author, message) AS (
            SELECT p.id, p.author, p.id FROM messages p WHERE p.author IS NOT NULL AND p.id IN (
                SELECT n.post FROM nudges n WHERE n.community = @community AND n.planned_at >= @since AND n.step = {NudgeStep.Board:D}
                UNION SELECT a.post FROM claims a WHERE a.community = @community AND a.claimed_at >= @since)
            UNION
            {PostSql.Chain}
        ),
        replies(post, author, member, id) AS (
            SELECT chain.post, chain.author, m.author, m.id FROM {PostSql.Replies} AND m.author IS NOT NULL
                AND (EXISTS (SELECT 1 FROM nudges s WHERE s.post = chain.post AND s.step = {NudgeStep.Board:D} AND s.planned_at >= @since AND s.planned_at <= m.at)
                    OR EXISTS (SELECT 1 FROM claims a WHERE a.post = chain.post AND a.member = m.author AND a.claimed_at >= @since AND a.claimed_at <= m.at))
        ),
        taken(post, member, thanked_at) AS (
            SELECT t.post, t.member, MIN(t.at) FROM (
                SELECT r.post AS post, r.member AS member, a.at AS at
                FROM replies r
                CROSS JOIN counting_links l
                CROSS JOIN messages a
                WHERE l.parent = r.id AND a.id = l.message AND a.id <> r.id AND a.author = r.author AND a.deleted_at IS NULL
                UNION ALL
                SELECT r.post AS post, r.member AS member, e.at AS at FROM replies r CROSS JOIN reactions e WHERE e.message = r.id AND +e.member = r.author) t
            GROUP BY t.post, t.member
        )
        """;

    private static readonly HotSql Untold = new(
        $"""
        {TakenUp}
        SELECT {Columns} FROM (
            SELECT a.post AS post, a.member AS member, a.thanked_at AS thanked_at FROM nudges a
            WHERE a.community = @community AND a.planned_at >= @since AND a.step = {NudgeStep.Ask:D} AND a.thanked_at IS NOT NULL
            UNION
            SELECT t.post, t.member, t.thanked_at FROM taken t
            WHERE NOT EXISTS (SELECT 1 FROM nudges a WHERE a.post = t.post AND a.member = t.member AND a.step = {NudgeStep.Ask:D})) n {From}
        WHERE NOT EXISTS (SELECT 1 FROM outbox_posts a JOIN outbox o ON o.id = a.entry WHERE a.post = n.post AND o.kind = {OutboxKind.Thanks:D} AND o.member = n.member)
        ORDER BY n.thanked_at, n.post LIMIT 500
        """,
        ("community", DbType.Int64),
        ("since", DbType.Int64),
        ("now", DbType.Int64));

    private static readonly HotSql OfEntry = new(
        $"""
        SELECT {Columns} FROM (SELECT a.post AS post, e.member AS member, a.place AS place FROM outbox e JOIN outbox_posts a ON a.entry = e.id WHERE e.id = @entry) n {From}
        ORDER BY n.place
        """,
        ("entry", DbType.Int64));

    private static readonly HotSql Posts = new("SELECT COUNT(*) FROM outbox_posts WHERE entry = @entry", ("entry", DbType.Int64));

    private static readonly HotSql LastTold = new(
        $"SELECT MAX(planned_at) FROM outbox WHERE member = @member AND kind = {OutboxKind.Thanks:D}",
        ("member", DbType.Int64));

    /// <summary>Asked about, shown or taken on since a moment, the longest thanked first.</summary>
    public Task<IReadOnlyList<ThankedPost>> UntoldAsync(long community, long since, long now, CancellationToken cancellationToken) => ReadAsync(Untold, cancellationToken, community, since, now);

    /// <summary>What a message tells of, as far as it is still there.</summary>
    /// <returns>And whether all of it is.</returns>
    public async Task<(IReadOnlyList<ThankedPost> Posts, bool AreAll)> OfEntryAsync(long entry, CancellationToken cancellationToken)
    {
        var posts = await ReadAsync(OfEntry, cancellationToken, entry);
        return (posts, posts.Count == await session.NumberAsync(Posts, cancellationToken, entry));
    }

    /// <summary>When a helper was last told, unix milliseconds; null for never.</summary>
    public ValueTask<long?> LastToldAsync(long member, CancellationToken cancellationToken) => session.NumberAsync(LastTold, cancellationToken, member);

    private async Task<IReadOnlyList<ThankedPost>> ReadAsync(HotSql sql, CancellationToken cancellationToken, params object?[] values)
    {
        List<ThankedPost> posts = [];
        await using var reader = await session.ReadAsync(sql, cancellationToken, values);
        while (await reader.ReadAsync(cancellationToken))
        {
            var community = new CommunityId((Platform)reader.GetInt32(7), reader.GetString(8));
            posts.Add(new ThankedPost
            {
                Post = reader.GetInt64(0),
                Helper = reader.GetInt64(1),
                HelperId = new MemberId(community, reader.GetString(2)),
                Channel = reader.GetInt64(3),
                ChannelName = reader.GetString(4),
                IsForEveryone = reader.GetInt32(5) == (int)ChannelVisibility.Everyone,
                Place = new MessagePlace(
                    new ChannelId(community, reader.GetString(6)),
                    reader.IsDBNull(9) ? null : new MessageId(reader.GetInt64(9)),
                    new MessageId(reader.GetInt64(10), reader.IsDBNull(11) ? null : reader.GetString(11))),
                Text = reader.IsDBNull(12) ? null : reader.GetString(12),
            });
        }

        return posts;
    }
}
