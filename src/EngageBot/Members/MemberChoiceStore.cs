using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Members;

/// <summary>Writes what members decide about themselves.</summary>
internal sealed class MemberChoiceStore(WriteSession session)
{
    private static readonly HotSql PutHelps = new(
        """
        INSERT INTO member_settings (member, community, helps_since, topics, own_hours, time_zone)
        SELECT w.id, w.community, @since, NULLIF(@topics, ''), NULLIF(@hours, ''), NULLIF(@zone, '') FROM members w WHERE w.id = @member
        ON CONFLICT (member) DO UPDATE SET
            helps_since = CASE WHEN excluded.helps_since IS NULL THEN NULL ELSE COALESCE(member_settings.helps_since, excluded.helps_since) END,
            topics = CASE WHEN @topics IS NULL THEN member_settings.topics ELSE excluded.topics END,
            own_hours = CASE WHEN @hours IS NULL THEN member_settings.own_hours ELSE excluded.own_hours END,
            time_zone = CASE WHEN @zone IS NULL THEN member_settings.time_zone ELSE excluded.time_zone END
        """,
        ("member", DbType.Int64),
        ("since", DbType.Int64),
        ("topics", DbType.String),
        ("hours", DbType.String),
        ("zone", DbType.String));

    private static readonly HotSql PutOffer = new(
        "INSERT INTO helper_offers (member, at) VALUES (@member, @at) ON CONFLICT (member) DO NOTHING",
        ("member", DbType.Int64),
        ("at", DbType.Int64));

    private static readonly HotSql PutAgrees = new(
        """
        INSERT INTO agreements (member, kind, is_agreed, at) VALUES (@member, @kind, @is_agreed, @at)
        ON CONFLICT (member, kind) DO UPDATE SET is_agreed = excluded.is_agreed, at = excluded.at
        """,
        ("member", DbType.Int64),
        ("kind", DbType.Int32),
        ("is_agreed", DbType.Int32),
        ("at", DbType.Int64));

    private static readonly HotSql PutPause = new(
        """
        INSERT INTO member_settings (member, community, paused_until) SELECT w.id, w.community, @until FROM members w WHERE w.id = @member
        ON CONFLICT (member) DO UPDATE SET paused_until = excluded.paused_until
        """,
        ("member", DbType.Int64),
        ("until", DbType.Int64));

    private static readonly HotSql PutOptedOut = new(
        "UPDATE members SET opted_out_at = @at, name = '', is_pending = 0, timed_out_until = NULL, time_zone = NULL, roles = NULL, is_team = 0 WHERE id = @member",
        ("at", DbType.Int64),
        ("member", DbType.Int64));

    private static readonly HotSql PutOptedIn = new(
        "UPDATE members SET opted_out_at = NULL, name = COALESCE(@name, platform_id) WHERE id = @member AND opted_out_at IS NOT NULL",
        ("name", DbType.String),
        ("member", DbType.Int64));

    /// <summary>The days whose figures have something of him: those on which he wrote, or was replied to.</summary>
    public const string HisDays =
        """
        SELECT channel, at / 86400000 FROM messages WHERE author = @member
        UNION SELECT r.channel, r.at / 86400000 FROM messages p JOIN links l ON l.parent = p.id JOIN messages r ON r.id = l.message WHERE p.author = @member
        """;

    /// <summary>A reply still answers: its row and its link stay. So does with whom he was introduced, and with whom never: it is not to happen to them again.</summary>
    private static readonly HotSql[] Forget =
    [
        Of("DELETE FROM member_settings WHERE member = @member"),
        Of("DELETE FROM agreements WHERE member = @member"),
        Of("DELETE FROM claims WHERE member = @member"),
        Of("DELETE FROM private_lines WHERE member = @member"),
        Of(
            """
            UPDATE outbox SET unwanted_at = planned_at, next_at = planned_at, outcome = 'Its author left.'
            WHERE kind = 23 AND state = 3 AND unwanted_at IS NULL AND subject IN (SELECT message FROM promotion_queue WHERE member = @member)
            """),
        Of("DELETE FROM promotion_queue WHERE member = @member"),
        Of("UPDATE promotion_queue SET decided_by = NULL WHERE EXISTS (SELECT 1 FROM members w WHERE w.id = @member AND w.community = promotion_queue.community AND w.platform_id = promotion_queue.decided_by)"),
        Of("UPDATE nudges SET topics = NULL, reason = '' WHERE member = @member"),
        Of("DELETE FROM introduction_requests WHERE member = @member OR who = @member"),
        Of("UPDATE introductions SET topics = '', about = NULL WHERE id IN (SELECT introduction FROM introduction_people WHERE member = @member)"),
        Of("UPDATE introduction_people SET post = NULL, outcome = NULL, outcome_at = NULL WHERE member = @member"),
        Of("DELETE FROM known_pairs WHERE one = @member OR other = @member"),
        Of("DELETE FROM round_people WHERE member = @member"),
        Of("DELETE FROM link_domains WHERE message IN (SELECT id FROM messages WHERE author = @member)"),
        Of("DELETE FROM mentions WHERE message IN (SELECT id FROM messages WHERE author = @member)"),
        Of("DELETE FROM reactions WHERE member = @member"),
        Of(
            $"""
            INSERT INTO stale_days (channel, day, changes) SELECT d.channel, d.day, 1 FROM (SELECT 0 AS channel, 0 AS day WHERE 1 = 0 UNION {HisDays}) d WHERE 1 = 1
            ON CONFLICT (channel, day) DO UPDATE SET changes = stale_days.changes + 1
            """),
        Of($"DELETE FROM figure_days WHERE (channel, day) IN ({HisDays})"),
        Of("UPDATE messages SET author = NULL, text = NULL, kind = 0, promotion = NULL, sketch = NULL WHERE author = @member"),
    ];

    public async ValueTask HelpsAsync(long member, MemberChoice.Helps choice, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(PutHelps, cancellationToken, member, choice.At.ToUnixTimeMilliseconds(), choice.Topics, choice.Hours, choice.Zone);

    /// <summary>What he said of topics, hours and zone stays, should he come back.</summary>
    public async ValueTask HelpsNoMoreAsync(long member, CancellationToken cancellationToken) => await session.ExecuteAsync(PutHelps, cancellationToken, member, null, null, null, null);

    public async ValueTask HearsOfferAsync(long member, long at, CancellationToken cancellationToken) => await session.ExecuteAsync(PutOffer, cancellationToken, member, at);

    public async ValueTask AgreesAsync(long member, ContactKind kind, bool isWanted, long at, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(PutAgrees, cancellationToken, member, (int)kind, isWanted ? 1 : 0, at);

    public async ValueTask PausesAsync(long member, long? until, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(PutPause, cancellationToken, member, until);

    /// <summary>Leaves of what a member wrote only that somebody did.</summary>
    public async ValueTask LeavesOutAsync(long member, long at, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(PutOptedOut, cancellationToken, at, member);
        foreach (var forget in Forget)
        {
            await session.ExecuteAsync(forget, cancellationToken, member);
        }
    }

    public async ValueTask ComesBackAsync(long member, string? name, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(PutOptedIn, cancellationToken, name, member);

    private static HotSql Of(string sql) => new(sql, ("member", DbType.Int64));
}
