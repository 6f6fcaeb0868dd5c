using System.Data;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Unanswered;

namespace EngageBot.Digest;

/// <summary>Asks the store what there is to sum up, of channels that everybody can read, and of digests that were made.</summary>
internal sealed class DigestQuery(WriteSession session)
{
    private const string IsNamed = "w.is_bot = 0 AND w.opted_out_at IS NULL AND w.left_at IS NULL AND w.name <> ''";

    private static readonly HotSql Posts = new(
        $"""
        SELECT m.id, m.author, m.at, c.name, c.platform_id, k.platform, k.platform_id, m.thread, m.number, m.spelled, m.text
        FROM communities k
        CROSS JOIN channels c
        CROSS JOIN messages m
        WHERE k.id = @community AND c.community = k.id AND c.visibility = {ChannelVisibility.Everyone:D} AND m.channel = c.id AND m.at > @since AND m.at <= @until
            AND {PostSql.KindToAll} IN ({PostSql.InvitingKinds}) AND {PostSql.IsPost}
        ORDER BY m.at DESC, m.id DESC LIMIT 3000
        """,
        ("community", DbType.Int64),
        ("since", DbType.Int64),
        ("until", DbType.Int64),
        ("now", DbType.Int64));

    private static readonly HotSql Answerers = new(
        $"""
        SELECT r.author, w.name, w.platform_id, c.name, c.platform_id, MAX(r.id)
        FROM channels c
        CROSS JOIN messages r
        CROSS JOIN counting_links l
        CROSS JOIN messages m
        CROSS JOIN members w
        WHERE c.community = @community AND c.visibility = {ChannelVisibility.Everyone:D} AND r.channel = c.id AND r.at > @since AND r.at <= @until
            AND (r.traits & {PostSql.NotByPerson}) = 0 AND r.deleted_at IS NULL AND l.message = r.id AND m.id = l.parent AND m.author <> r.author
            AND (m.traits & {PostSql.NotByPerson}) = 0 AND {PostSql.KindToAll} IN ({PostSql.InvitingKinds}) AND w.id = r.author AND {IsNamed}
        GROUP BY r.author, w.name, w.platform_id, c.id, c.name, c.platform_id
        """,
        ("community", DbType.Int64),
        ("since", DbType.Int64),
        ("until", DbType.Int64));

    private static readonly HotSql Written = new(
        $"""
        SELECT w.id, w.name, w.platform_id, c.name, c.platform_id, m.id
        FROM members w
        CROSS JOIN messages m
        CROSS JOIN channels c
        WHERE w.id = @member AND {IsNamed} AND m.author = w.id AND m.at > @since AND m.at <= @until AND m.deleted_at IS NULL AND (m.traits & {PostSql.NotByPerson}) = 0
            AND c.id = m.channel AND c.visibility = {ChannelVisibility.Everyone:D}
        ORDER BY m.at DESC, m.id DESC LIMIT 50
        """,
        ("member", DbType.Int64),
        ("since", DbType.Int64),
        ("until", DbType.Int64));

    private static readonly HotSql Live = new("SELECT id, live_since FROM own_communities WHERE live_since IS NOT NULL ORDER BY id");

    private static readonly HotSql LiveSince = new("SELECT live_since FROM communities WHERE id = @community", ("community", DbType.Int64));

    private static readonly HotSql Last = new($"SELECT MAX(subject) FROM outbox WHERE community = @community AND kind = {OutboxKind.Digest:D}", ("community", DbType.Int64));

    // What somebody took away or does not want to stand there under his name any more, and what not everybody can read any more.
    private static readonly HotSql Gone = new(
        $"""
        SELECT DISTINCT o.id, o.community, o.subject
        FROM own_communities k
        CROSS JOIN outbox o
        JOIN outbox_posts a ON a.entry = o.id
        LEFT JOIN messages m ON m.id = a.post
        LEFT JOIN channels c ON c.id = m.channel
        WHERE o.community = k.id AND o.kind = {OutboxKind.Digest:D} AND o.sent_at >= @since AND o.state = {OutboxState.Sent:D} AND o.unwanted_at IS NULL
            AND (m.id IS NULL OR m.deleted_at IS NOT NULL OR m.author IS NULL OR c.visibility <> {ChannelVisibility.Everyone:D})
        ORDER BY o.id LIMIT 100
        """,
        ("since", DbType.Int64));

    /// <summary>The statements, for those who look at their plans.</summary>
    internal static IReadOnlyList<HotSql> Statements => [Posts, Answerers, Written, Last, Gone];

    /// <summary>Posts of a span of time that invite a reply and are still there, the newest first.</summary>
    public async Task<IReadOnlyList<DigestPost>> PostsAsync(long community, long since, long until, long now, CancellationToken cancellationToken)
    {
        List<DigestPost> posts = [];
        await using var reader = await session.ReadAsync(Posts, cancellationToken, community, since, until, now);
        while (await reader.ReadAsync(cancellationToken))
        {
            var channel = new ChannelId(new CommunityId((Platform)reader.GetInt32(5), reader.GetString(6)), reader.GetString(4));
            posts.Add(new DigestPost(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2))
            {
                ChannelName = reader.GetString(3),
                Place = new MessagePlace(
                    channel, reader.IsDBNull(7) ? null : new MessageId(reader.GetInt64(7)), new MessageId(reader.GetInt64(8), reader.IsDBNull(9) ? null : reader.GetString(9))),
                Text = reader.IsDBNull(10) ? null : reader.GetString(10),
            });
        }

        return posts;
    }

    /// <summary>Who replied to others' posts in a span of time, once for each channel.</summary>
    public Task<IReadOnlyList<DigestPerson>> AnswerersAsync(long community, long since, long until, CommunityRules rules, CancellationToken cancellationToken) =>
        PeopleAsync(Answerers, rules, cancellationToken, community, since, until);

    /// <summary>What a member wrote in a span of time, the last first; nothing for somebody who is not to be named.</summary>
    public Task<IReadOnlyList<DigestPerson>> WrittenAsync(long member, long since, long until, CommunityRules rules, CancellationToken cancellationToken) =>
        PeopleAsync(Written, rules, cancellationToken, member, since, until);

    public async Task<IReadOnlyList<(long Community, DateTimeOffset LiveSince)>> LiveAsync(CancellationToken cancellationToken)
    {
        List<(long, DateTimeOffset)> communities = [];
        await using var reader = await session.ReadAsync(Live, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            communities.Add((reader.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1))));
        }

        return communities;
    }

    public async Task<bool> IsLiveAsync(long community, CancellationToken cancellationToken) => await session.NumberAsync(LiveSince, cancellationToken, community) is not null;

    /// <summary>The key of the channel for it; null where there is none.</summary>
    public async Task<long?> ChannelAsync(long community, CommunityRules rules, CancellationToken cancellationToken) =>
        rules.DigestChannel is null ? null : await new NamedChannels(session).FirstAsync(community, rules.IsDigestChannel, cancellationToken);

    /// <summary>When the last one of a community was due; null for none yet.</summary>
    public async Task<DateTimeOffset?> LastAsync(long community, CancellationToken cancellationToken) =>
        await session.NumberAsync(Last, cancellationToken, community) is { } subject ? DigestKey.DueOf(subject) : null;

    /// <summary>Those said since a moment that stand on something which is gone.</summary>
    public async Task<IReadOnlyList<(long Entry, long Community, DateTimeOffset Due)>> GoneAsync(long since, CancellationToken cancellationToken)
    {
        List<(long, long, DateTimeOffset)> gone = [];
        await using var reader = await session.ReadAsync(Gone, cancellationToken, since);
        while (await reader.ReadAsync(cancellationToken))
        {
            gone.Add((reader.GetInt64(0), reader.GetInt64(1), DigestKey.DueOf(reader.GetInt64(2))));
        }

        return gone;
    }

    private async Task<IReadOnlyList<DigestPerson>> PeopleAsync(HotSql sql, CommunityRules rules, CancellationToken cancellationToken, params object?[] values)
    {
        List<DigestPerson> people = [];
        await using var reader = await session.ReadAsync(sql, cancellationToken, values);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (name, id) = (reader.GetString(1), reader.GetString(2));
            if (rules.Watches(reader.GetString(3), reader.GetString(4)) && !rules.IsBridge(name, id) && DigestTexts.NameOf(name) is { Length: > 0 } shown)
            {
                people.Add(new DigestPerson(reader.GetInt64(0), shown, reader.GetInt64(5)));
            }
        }

        return people;
    }
}
