using System.Data;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>Asks the store which posts were planned to be shown to everybody, and what counts before that is done.</summary>
internal sealed class PublicPostQuery(WriteSession session)
{
    /// <summary>So many are read at a time.</summary>
    public const int Page = 50;

    private const long Day = 86_400_000;

    private const string Columns =
        """
        n.post, m.channel, m.author, m.at, c.platform_id, k.platform, k.platform_id, m.thread, m.number, m.spelled, c.name, c.visibility, m.text, n.reason
        """;

    private const string Joined =
        """
        JOIN communities k ON k.id = n.community
        JOIN messages m ON m.id = n.post
        JOIN channels c ON c.id = m.channel
        """;

    private static readonly HotSql Planned = new(
        $"""
        SELECT {Columns} FROM nudges n {Joined}
        WHERE n.community = @community AND n.planned_at >= @since AND n.step = {NudgeStep.Board:D}
            AND m.author IS NOT NULL AND m.deleted_at IS NULL AND (m.thread IS NOT NULL OR @kind <> {OutboxKind.Tag:D})
            AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.kind = @kind AND o.post = n.post AND o.member IS NULL)
        ORDER BY m.at, m.id LIMIT {Page}
        """,
        ("community", DbType.Int64),
        ("since", DbType.Int64),
        ("kind", DbType.Int32));

    // Most that were answered fall out here already, without a look at each. What is in no thread is in no forum either, and has no tag.
    private static readonly HotSql Waiting = new(
        $"""
        SELECT {Columns}, n.is_new
        FROM (
            SELECT n.community, n.post, n.reason, {AuthorQuery.IsByNewcomer} AS is_new
            FROM nudges n
            JOIN messages m ON m.id = n.post
            JOIN channels c ON c.id = m.channel
            JOIN members w ON w.id = m.author
            WHERE n.community = @community AND n.planned_at >= @since AND n.step = {NudgeStep.Board:D}
                AND m.at >= @since AND m.deleted_at IS NULL AND c.visibility = {ChannelVisibility.Everyone:D}
                AND NOT EXISTS (
                    SELECT 1 FROM counting_links l JOIN messages a ON a.id = l.message
                    WHERE l.parent = m.id AND a.id <> m.id AND (a.author IS NULL OR a.author <> m.author) AND (a.traits & {PostSql.NotByPerson}) = 0 AND a.deleted_at IS NULL)
                AND NOT EXISTS (SELECT 1 FROM claims a WHERE a.post = m.id AND a.until > @now)
                AND (@refused = 0 OR m.thread IS NULL OR EXISTS (
                    SELECT 1 FROM outbox o WHERE o.kind = {OutboxKind.Tag:D} AND o.post = n.post AND o.member IS NULL AND o.state = {OutboxState.Refused:D}))) n
        {Joined}
        WHERE n.is_new < @is_new OR (n.is_new = @is_new AND (m.at > @at OR (m.at = @at AND m.id > @post)))
        ORDER BY n.is_new DESC, m.at, m.id LIMIT {Page}
        """,
        ("community", DbType.Int64),
        ("since", DbType.Int64),
        ("refused", DbType.Int32),
        ("now", DbType.Int64),
        ("known", DbType.Int64),
        ("is_new", DbType.Int32),
        ("at", DbType.Int64),
        ("post", DbType.Int64));

    private static readonly HotSql SincePost = new(
        $"""
        SELECT COUNT(*) FROM (
            SELECT 1 AS one FROM messages p
            JOIN messages m ON m.channel = p.channel AND m.at > p.at AND (m.thread IS NULL OR m.thread = m.number) AND (m.traits & {PostSql.NotByPerson}) = 0
            WHERE p.id = @post AND p.thread IS NULL LIMIT {PublicStepPolicy.MostCounted}) counted
        """,
        ("post", DbType.Int64));

    private static readonly HotSql SinceLast = new(
        $"""
        SELECT COUNT(*) FROM (
            SELECT 1 AS one FROM channels c
            JOIN messages m ON m.channel = c.id AND m.at > @since AND (m.traits & {PostSql.NotByPerson}) = 0
            WHERE c.community = @community AND (c.id = @channel OR @channel = 0) LIMIT {PublicStepPolicy.MostCounted}) counted
        """,
        ("community", DbType.Int64),
        ("channel", DbType.Int64),
        ("since", DbType.Int64));

    // A board that was taken away makes room for the next; a place that only its members can read is no message to everybody.
    private static readonly HotSql LastSaid = new(
        $"""
        SELECT MAX(COALESCE(o.sent_at, CASE WHEN o.state IN ({OutboxState.Claimed:D}, {OutboxState.Uncertain:D}) THEN o.claimed_at ELSE NULL END))
        FROM outbox o
        JOIN communities k ON k.id = o.community
        WHERE o.community = @community AND o.member IS NULL AND o.id <> @entry AND (o.channel = @channel OR @channel = 0)
            AND (o.kind IN ({OutboxKind.Reply:D}, {OutboxKind.Digest:D})
                OR (o.kind = {OutboxKind.Board:D} AND o.unwanted_at IS NULL AND o.state <> {OutboxState.Withdrawn:D})
                OR (o.kind = {OutboxKind.Introduction:D} AND o.meeting LIKE 'open%' AND k.platform <> {Platform.Slack:D}))
        """,
        ("community", DbType.Int64),
        ("channel", DbType.Int64),
        ("entry", DbType.Int64));

    private static readonly HotSql TakenAway = new(
        $"""
        SELECT COUNT(*) FROM outbox
        WHERE community = @community AND kind = @kind AND channel = @channel AND state = {OutboxState.Withdrawn:D} AND unwanted_at IS NULL AND ended_at >= @since
        """,
        ("community", DbType.Int64),
        ("kind", DbType.Int32),
        ("channel", DbType.Int64),
        ("since", DbType.Int64));

    private static readonly HotSql RepliesSince = new(
        $"SELECT COUNT(*) FROM outbox WHERE community = @community AND kind = {OutboxKind.Reply:D} AND sent_at > @since",
        ("community", DbType.Int64),
        ("since", DbType.Int64));

    private static readonly HotSql Communities = new(
        $"""
        SELECT k.id, k.live_since FROM own_communities k
        WHERE k.live_since IS NOT NULL
            OR EXISTS (
                SELECT 1 FROM outbox o
                WHERE o.community = k.id AND o.unwanted_at IS NULL
                    AND o.state IN ({OutboxState.Planned:D}, {OutboxState.Claimed:D}, {OutboxState.Sent:D}, {OutboxState.Uncertain:D}))
        ORDER BY k.id
        """);

    private static readonly HotSql LiveSince = new("SELECT live_since FROM communities WHERE id = @community", ("community", DbType.Int64));

    /// <summary>By nobody in particular: a moderator takes away without a word.</summary>
    private static readonly HotSql Dismiss = new(
        "INSERT INTO dismissals (post, member, at, by_moderator) VALUES (@post, 0, @at, 1) ON CONFLICT (post) DO NOTHING",
        ("post", DbType.Int64),
        ("at", DbType.Int64));

    private static readonly HotSql OneChannel = new("SELECT name, platform_id, visibility FROM channels WHERE id = @channel", ("channel", DbType.Int64));

    /// <summary>The communities in which the bot speaks, and since when; and those where it does not any more and something still stands.</summary>
    public async Task<IReadOnlyList<(long Key, long? LiveSince)>> CommunitiesAsync(CancellationToken cancellationToken)
    {
        List<(long, long?)> communities = [];
        await using var reader = await session.ReadAsync(Communities, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            communities.Add((reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetInt64(1)));
        }

        return communities;
    }

    public async Task<bool> IsLiveAsync(long community, CancellationToken cancellationToken) =>
        await session.NumberAsync(LiveSince, cancellationToken, community) is not null;

    /// <summary>What was said about a post was taken away by those who watch over the channel: it needs nothing.</summary>
    public async Task DismissAsync(long post, long now, CancellationToken cancellationToken) => await session.ExecuteAsync(Dismiss, cancellationToken, post, now);

    /// <summary>Whether the bot may show everybody what was written in a channel, by its key.</summary>
    public async Task<bool> MayShowAsync(long channel, CommunityRules rules, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(OneChannel, cancellationToken, channel);
        return await reader.ReadAsync(cancellationToken)
            && PublicStepPolicy.MayShow(reader.GetInt32(2) == (int)ChannelVisibility.Everyone, reader.GetString(0), reader.GetString(1), rules);
    }

    /// <summary>The key of the channel with the waiting board; null where there is none.</summary>
    public async Task<long?> BoardChannelAsync(long community, CommunityRules rules, CancellationToken cancellationToken) =>
        rules.BoardChannel is null ? null : await new NamedChannels(session).FirstAsync(community, rules.IsBoardChannel, cancellationToken);

    /// <summary>Posts planned since a moment about which nothing was decided in this form yet.</summary>
    public Task<IReadOnlyList<PublicPost>> PlannedAsync(long community, OutboxKind kind, long since, CancellationToken cancellationToken) =>
        ReadAsync(Planned, cancellationToken, community, since, (int)kind);

    /// <summary>
    /// Posts written and planned since a moment that may be waiting still and that nobody said he will reply to: newcomers' first, then the longest waiting, a <see cref="Page"/> of them.
    /// </summary>
    /// <param name="onlyUntagged">Those alone that have no tag.</param>
    /// <param name="known">Since when the community is known.</param>
    /// <param name="after">The last of the page before; null for the first page.</param>
    public Task<IReadOnlyList<PublicPost>> WaitingAsync(
        long community, long since, bool onlyUntagged, long known, long now, PublicPost? after, CancellationToken cancellationToken) => ReadAsync(
        Waiting, cancellationToken, community, since, onlyUntagged ? 1 : 0, now, known, after is null ? 2 : after.IsByNewcomer ? 1 : 0, after?.Post.At ?? 0, after?.Post.Message ?? 0);

    /// <summary>Whether somebody took away, in the last week, what was said in a form in a channel.</summary>
    public async ValueTask<bool> IsRestingAsync(long community, OutboxKind kind, long channel, long now, CancellationToken cancellationToken) =>
        await session.NumberAsync(TakenAway, cancellationToken, community, (int)kind, channel, now - (7 * Day)) > 0;

    /// <summary>What counts before something is said to everybody.</summary>
    public async Task<PublicFacts> FactsAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (community, at) = (entry.Community, now.ToUnixTimeMilliseconds());
        return new PublicFacts(
            (int)(await session.NumberAsync(SincePost, cancellationToken, entry.Post ?? 0) ?? 0),
            await SinceLastAsync(entry, channel: 0, cancellationToken),
            await SinceLastAsync(entry, entry.ChannelKey, cancellationToken),
            await IsRestingAsync(community, entry.Kind, entry.ChannelKey, at, cancellationToken))
        {
            RepliesInADay = (int)(await session.NumberAsync(RepliesSince, cancellationToken, community, at - Day) ?? 0),
            People = await CommunitySize.OfAsync(session, community, cancellationToken),
        };
    }

    private async Task<int> SinceLastAsync(OutboxEntry entry, long channel, CancellationToken cancellationToken) =>
        await session.NumberAsync(LastSaid, cancellationToken, entry.Community, channel, entry.Id) is { } last
            ? (int)(await session.NumberAsync(SinceLast, cancellationToken, entry.Community, channel, last) ?? 0)
            : int.MaxValue;

    private async Task<IReadOnlyList<PublicPost>> ReadAsync(HotSql sql, CancellationToken cancellationToken, params object?[] values)
    {
        List<PublicPost> posts = [];
        await using var reader = await session.ReadAsync(sql, cancellationToken, values);
        while (await reader.ReadAsync(cancellationToken))
        {
            var channel = new ChannelId(new CommunityId((Platform)reader.GetInt32(5), reader.GetString(6)), reader.GetString(4));
            var id = new MessageId(reader.GetInt64(8), reader.IsDBNull(9) ? null : reader.GetString(9));
            posts.Add(new PublicPost
            {
                Post = new WaitingPost(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)),
                Place = new MessagePlace(channel, reader.IsDBNull(7) ? null : new MessageId(reader.GetInt64(7)), id),
                ChannelName = reader.GetString(10),
                IsForEveryone = reader.GetInt32(11) == (int)ChannelVisibility.Everyone,
                Text = reader.IsDBNull(12) ? null : reader.GetString(12),
                Reason = reader.GetString(13),
                IsByNewcomer = reader.FieldCount > 14 && reader.GetInt32(14) == 1,
            });
        }

        return posts;
    }
}
