using System.Data;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;

namespace EngageBot.SelfPromotion.Queue;

/// <summary>The table of posts that moderators are to decide about, and of what they decided.</summary>
internal sealed class QueueStore(WriteSession session)
{
    private const long Day = 86_400_000;

    /// <summary>What moderators decided longer ago is forgotten (see <see cref="QueueTeachingPolicy"/>).</summary>
    private const long Remembered = 180 * Day;

    /// <summary>What nobody decided about so long is left alone.</summary>
    private const long Waits = 14 * Day;

    private const string Columns =
        "q.message, q.community, c.name, c.platform_id, k.platform, k.platform_id, m.thread, m.number, m.spelled, m.text, q.reasons, q.is_accepted";

    private const string From =
        """
        FROM promotion_queue q
        JOIN messages m ON m.id = q.message AND m.deleted_at IS NULL AND m.author IS NOT NULL
        JOIN channels c ON c.id = m.channel
        JOIN communities k ON k.id = q.community
        """;

    private static readonly HotSql Put = new(
        """
        INSERT INTO promotion_queue (message, community, member, channel, domain, reasons, queued_at)
        VALUES (@message, @community, @member, @channel, @domain, @reasons, @now) ON CONFLICT (message) DO NOTHING
        """,
        ("message", DbType.Int64),
        ("community", DbType.Int64),
        ("member", DbType.Int64),
        ("channel", DbType.Int64),
        ("domain", DbType.String),
        ("reasons", DbType.String),
        ("now", DbType.Int64));

    private static readonly HotSql PutDecision = new(
        """
        UPDATE promotion_queue SET is_accepted = @is_accepted, decided_by = @moderator, decided_at = @at
        WHERE message = @message AND is_accepted IS NULL
            AND community = (SELECT k.id FROM communities k WHERE k.platform = @platform AND k.platform_id = @community)
        """,
        ("is_accepted", DbType.Int32),
        ("moderator", DbType.String),
        ("at", DbType.Int64),
        ("message", DbType.Int64),
        ("platform", DbType.Int32),
        ("community", DbType.String));

    private static readonly HotSql Decided = new(
        "SELECT member, domain, channel, is_accepted, decided_at FROM promotion_queue WHERE community = @community AND is_accepted IS NOT NULL AND decided_at > @since",
        ("community", DbType.Int64),
        ("since", DbType.Int64));

    private static readonly HotSql DecidedOften = new(
        $"""
        SELECT q.community, k.platform FROM promotion_queue q JOIN own_communities k ON k.id = q.community
        WHERE q.is_accepted IS NOT NULL AND q.decided_at > @since GROUP BY q.community, k.platform HAVING COUNT(*) >= {NoteRight.Fewest}
        """,
        ("since", DbType.Int64));

    private static readonly HotSql Find = new($"SELECT {Columns} {From} WHERE q.message = @message", ("message", DbType.Int64));

    private static readonly HotSql Waiting = new(
        $"""
        SELECT {Columns} {From}
        WHERE k.platform = @platform AND k.platform_id = @community AND q.is_accepted IS NULL AND q.queued_at > @since ORDER BY q.queued_at, q.message LIMIT 100
        """,
        ("platform", DbType.Int32),
        ("community", DbType.String),
        ("since", DbType.Int64));

    private static readonly HotSql Unsaid = new(
        $"""
        SELECT {Columns} {From}
        JOIN own_communities own ON own.id = q.community
        WHERE q.is_accepted IS NULL AND q.queued_at > @since
            AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.kind = {OutboxKind.Queued:D} AND o.subject = q.message)
        ORDER BY q.queued_at, q.message LIMIT 100
        """,
        ("since", DbType.Int64));

    private static readonly HotSql Stale = new(
        $"""
        SELECT o.id, o.state, {Columns} {From}
        JOIN own_communities own ON own.id = q.community
        CROSS JOIN outbox o
        WHERE q.is_accepted IS NOT NULL AND q.decided_at > @since
            AND o.kind = {OutboxKind.Queued:D} AND o.subject = q.message AND o.buttons IS NOT NULL AND o.state = {OutboxState.Sent:D} AND o.unwanted_at IS NULL
        LIMIT 100
        """,
        ("since", DbType.Int64));

    private static readonly HotSql SaidSince = new(
        $"SELECT COUNT(*) FROM outbox WHERE community = @community AND planned_at > @since AND kind = {OutboxKind.Queued:D}",
        ("community", DbType.Int64),
        ("since", DbType.Int64));

    private static readonly HotSql Gone = new(
        $"""
        SELECT o.id FROM promotion_queue q
        JOIN own_communities own ON own.id = q.community
        JOIN messages m ON m.id = q.message AND (m.deleted_at IS NOT NULL OR m.author IS NULL)
        CROSS JOIN outbox o
        WHERE q.queued_at > @since AND o.kind = {OutboxKind.Queued:D} AND o.subject = q.message AND o.unwanted_at IS NULL AND o.ended_at IS NULL
        LIMIT 100
        """,
        ("since", DbType.Int64));

    /// <summary>Those that are asked all the time, for those who look at their plans.</summary>
    internal static IReadOnlyList<HotSql> Statements => [Unsaid, Stale, Gone];

    public async ValueTask PutAsync(QueueCandidate post, IReadOnlyList<string> reasons, long now, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(Put, cancellationToken, post.Message, post.Community, post.Author, post.Channel, post.Domain, string.Join('\n', reasons), now);

    /// <summary>The first decision counts.</summary>
    public async ValueTask DecideAsync(PromotionDecided decided, CancellationToken cancellationToken) => await session.ExecuteAsync(
        PutDecision, cancellationToken, decided.IsAccepted ? 1 : 0, decided.Moderator.Value, decided.At.ToUnixTimeMilliseconds(), decided.Post, (int)decided.Community.Platform, decided.Community.Value);

    /// <summary>What moderators of a community decided, as far as it is remembered.</summary>
    public async Task<IReadOnlyList<QueueDecision>> DecisionsAsync(long community, long now, CancellationToken cancellationToken)
    {
        List<QueueDecision> decisions = [];
        await using var reader = await session.ReadAsync(Decided, cancellationToken, community, now - Remembered);
        while (await reader.ReadAsync(cancellationToken))
        {
            decisions.Add(new QueueDecision(
                reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetInt64(2), reader.GetInt32(3) != 0, DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(4))));
        }

        return decisions;
    }

    /// <summary>Communities in which enough was decided to judge the queue by.</summary>
    public async Task<IReadOnlyList<(long Community, Platform Platform)>> DecidedOftenAsync(long now, CancellationToken cancellationToken)
    {
        List<(long, Platform)> communities = [];
        await using var reader = await session.ReadAsync(DecidedOften, cancellationToken, now - Remembered);
        while (await reader.ReadAsync(cancellationToken))
        {
            communities.Add((reader.GetInt64(0), (Platform)reader.GetInt32(1)));
        }

        return communities;
    }

    /// <summary>A post in the queue; null where it is not there, or gone.</summary>
    public async Task<QueuedPromotion?> FindAsync(long message, CancellationToken cancellationToken) =>
        (await ReadAsync(Find, cancellationToken, message)) is [var post] ? post : null;

    /// <summary>Posts of a community that wait for a decision, the oldest first.</summary>
    public Task<IReadOnlyList<QueuedPromotion>> WaitingAsync(CommunityId community, long now, CancellationToken cancellationToken) =>
        ReadAsync(Waiting, cancellationToken, (int)community.Platform, community.Value, now - Waits);

    /// <summary>Posts of all communities that wait and of which moderators were not told.</summary>
    public Task<IReadOnlyList<QueuedPromotion>> UnsaidAsync(long now, CancellationToken cancellationToken) => ReadAsync(Unsaid, cancellationToken, now - Waits);

    /// <summary>Messages to moderators, by outbox id, that still ask about what was decided.</summary>
    public async Task<IReadOnlyList<(long Entry, QueuedPromotion Post)>> StaleAsync(long now, CancellationToken cancellationToken)
    {
        List<(long, QueuedPromotion)> stale = [];
        await using var reader = await session.ReadAsync(Stale, cancellationToken, now - Waits);
        while (await reader.ReadAsync(cancellationToken))
        {
            stale.Add((reader.GetInt64(0), QueueRows.Read(reader, 2)));
        }

        return stale;
    }

    /// <summary>Messages to moderators, by outbox id, about posts that are gone.</summary>
    public async Task<IReadOnlyList<long>> GoneAsync(long now, CancellationToken cancellationToken)
    {
        List<long> gone = [];
        await using var reader = await session.ReadAsync(Gone, cancellationToken, now - Waits);
        while (await reader.ReadAsync(cancellationToken))
        {
            gone.Add(reader.GetInt64(0));
        }

        return gone;
    }

    /// <summary>How many posts moderators of a community were told of in the last 24 hours.</summary>
    public async ValueTask<long> SaidInADayAsync(long community, long now, CancellationToken cancellationToken) =>
        await session.NumberAsync(SaidSince, cancellationToken, community, now - Day) ?? 0;

    private async Task<IReadOnlyList<QueuedPromotion>> ReadAsync(HotSql sql, CancellationToken cancellationToken, params object?[] values)
    {
        List<QueuedPromotion> posts = [];
        await using var reader = await session.ReadAsync(sql, cancellationToken, values);
        while (await reader.ReadAsync(cancellationToken))
        {
            posts.Add(QueueRows.Read(reader, 0));
        }

        return posts;
    }
}
