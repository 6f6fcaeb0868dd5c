using System.Data;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Outbox;

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

    private static readonly HotSql Untold = new(
        $"""
        SELECT {Columns} FROM nudges n {From}
        WHERE n.community = @community AND n.planned_at >= @since AND n.step = {(int)NudgeStep.Ask:D} AND n.thanked_at IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM outbox_posts a JOIN outbox o ON o.id = a.entry WHERE a.post = n.post AND o.kind = {OutboxKind.Thanks:D} AND o.member = n.member)
        ORDER BY n.thanked_at, n.post LIMIT 500
        """,
        ("community", DbType.Int64),
        ("since", DbType.Int64));

    private static readonly HotSql OfEntry = new(
        $"""
        SELECT {Columns} FROM outbox e
        JOIN outbox_posts a ON a.entry = e.id
        JOIN nudges n ON n.post = a.post AND n.member = e.member {From}
        WHERE e.id = @entry ORDER BY n.thanked_at, n.post
        """,
        ("entry", DbType.Int64));

    private static readonly HotSql Posts = new("SELECT COUNT(*) FROM outbox_posts WHERE entry = @entry", ("entry", DbType.Int64));

    private static readonly HotSql LastTold = new(
        $"SELECT MAX(planned_at) FROM outbox WHERE member = @member AND kind = {OutboxKind.Thanks:D}",
        ("member", DbType.Int64));

    /// <summary>Asked about since a moment, the longest thanked first.</summary>
    public Task<IReadOnlyList<ThankedPost>> UntoldAsync(long community, long since, CancellationToken cancellationToken) => ReadAsync(Untold, cancellationToken, community, since);

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
