using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;

namespace EngageBot.Unanswered;

/// <summary>Asks the store how a post stood at a moment: nothing later than that is looked at.</summary>
internal sealed class PostQuery(WriteSession session, RulesBook rules)
{
    // One statement for what nearly every look needs; reactions and the author's own lines are read only where there are any.
    private static readonly HotSql Post = new(
        $"""
        WITH RECURSIVE chain(post, author, message) AS (
            SELECT p.id, p.author, p.id FROM messages p WHERE p.id = @post
            UNION
            {PostSql.Chain}
        )
        SELECT
            {PostSql.KindToAll},
            m.text, m.traits,
            (SELECT MIN(m.at) FROM {PostSql.Replies}),
            (SELECT COUNT(*) FROM chain),
            CASE WHEN EXISTS (SELECT 1 FROM reactions r WHERE r.message = m.id) THEN 1 ELSE 0 END,
            (SELECT d.at FROM dismissals d WHERE d.post = m.id),
            CASE WHEN w.left_at <= @now OR w.is_pending = 1 OR w.timed_out_until > m.at THEN 1 ELSE 0 END,
            c.archived_at,
            t.locked_at,
            CASE WHEN t.tagged_at <= @now THEN t.tags ELSE '' END,
            c.community,
            (SELECT q.at FROM quarrels q WHERE q.post = m.id)
        FROM messages m
        JOIN members w ON w.id = m.author
        JOIN channels c ON c.id = m.channel
        LEFT JOIN threads t ON t.channel = m.channel AND t.number = m.number
        WHERE m.id = @post AND {PostSql.IsPost}
        """,
        ("post", DbType.Int64),
        ("now", DbType.Int64));

    private static readonly HotSql OwnLines = new(
        $"""
        WITH RECURSIVE chain(post, author, message) AS (
            SELECT p.id, p.author, p.id FROM messages p WHERE p.id = @post
            UNION
            {PostSql.Chain}
        )
        SELECT m.text FROM chain JOIN messages m ON m.id = chain.message WHERE (m.text IS NOT NULL OR (m.traits & {(int)MessageTraits.Withdraws:D}) <> 0) AND m.id <> @post
        """,
        ("post", DbType.Int64),
        ("now", DbType.Int64));

    // On Discord it is for the author and for moderators to say that a post is answered; elsewhere for everybody.
    private static readonly HotSql Reactions = new(
        $"""
        SELECT r.emoji, CASE WHEN r.member = p.author THEN 1 ELSE 0 END, c.community,
            CASE WHEN k.platform <> {(int)Platform.Discord:D} OR r.member = p.author OR w.is_team = 1 THEN 1 ELSE 0 END
        FROM messages p
        JOIN channels c ON c.id = p.channel
        JOIN communities k ON k.id = c.community
        JOIN reactions r ON r.message = p.id AND r.at <= @now
        JOIN members w ON w.id = r.member AND w.is_bot = 0
        WHERE p.id = @post
        """,
        ("post", DbType.Int64),
        ("now", DbType.Int64));

    private static readonly HotSql Since = new(
        $"""
        SELECT m.id, m.channel, m.author, m.at
        FROM own_communities k
        CROSS JOIN channels c
        CROSS JOIN messages m
        WHERE c.community = k.id AND m.channel = c.id AND m.at >= @since AND m.at <= @now AND {PostSql.KindToAll} IN ({PostSql.InvitingKinds}) AND {PostSql.IsPost}
        ORDER BY m.at, m.id
        """,
        ("since", DbType.Int64),
        ("now", DbType.Int64));

    private static readonly HotSql One = new(
        $"""
        SELECT m.id, m.channel, m.author, m.at
        FROM messages m
        WHERE m.id = @post AND m.at >= @since AND m.at <= @now AND {PostSql.KindToAll} IN ({PostSql.InvitingKinds}) AND {PostSql.IsPost}
        """,
        ("post", DbType.Int64),
        ("since", DbType.Int64),
        ("now", DbType.Int64));

    /// <summary>What <see cref="StateAsync"/> asks first.</summary>
    public static Question StateOf(long post, long now) => new(Post, post, now);

    public async ValueTask<PostState> StateAsync(long post, long now, CancellationToken cancellationToken)
    {
        PostKind kind;
        bool asksYesOrNo;
        long? answeredAt;
        bool hasOwnLines, hasReactions, isDismissed, isLeftAlone, isOver, isInQuarrel;
        await using (var reader = await session.ReadAsync(Post, cancellationToken, post, now))
        {
            if (!await reader.ReadAsync(cancellationToken))
            {
                return default;
            }

            kind = (PostKind)reader.GetInt32(0);
            hasReactions = reader.GetInt32(5) == 1;
            asksYesOrNo = hasReactions && AsksYesOrNo(reader);
            answeredAt = reader.IsDBNull(3) ? null : reader.GetInt64(3);
            hasOwnLines = reader.GetInt64(4) > 1;
            isDismissed = Happened(reader, 6, now);
            isLeftAlone = reader.GetInt32(7) == 1;
            isInQuarrel = Happened(reader, 12, now);
            isOver = Happened(reader, 8, now) || Happened(reader, 9, now) || IsSolved(reader.IsDBNull(10) ? string.Empty : reader.GetString(10), rules.Of(reader.GetInt64(11)));
        }

        var isSettled = answeredAt is null
            && (isDismissed || isOver || (hasReactions && await IsAcknowledgedAsync(post, kind, asksYesOrNo, now, cancellationToken))
                || (hasOwnLines && await IsWithdrawnAsync(post, now, cancellationToken)));
        return new PostState(kind, IsPost: true, answeredAt, isSettled) { IsLeftAlone = isLeftAlone, IsInQuarrel = isInQuarrel };
    }

    /// <summary>The posts of a span of time that invite a reply, oldest first: what a process that has just started must watch.</summary>
    public async Task<IReadOnlyList<WaitingPost>> SinceAsync(long since, long now, CancellationToken cancellationToken)
    {
        List<WaitingPost> posts = [];
        await using var reader = await session.ReadAsync(Since, cancellationToken, since, now);
        while (await reader.ReadAsync(cancellationToken))
        {
            posts.Add(new WaitingPost(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)));
        }

        return posts;
    }

    /// <summary>A message as a post that invites a reply, where it is one and not older than a moment.</summary>
    public async ValueTask<WaitingPost?> FindAsync(long post, long since, long now, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(One, cancellationToken, post, since, now);
        return await reader.ReadAsync(cancellationToken) ? new WaitingPost(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)) : null;
    }

    private static bool Happened(DbDataReader reader, int column, long now) => !reader.IsDBNull(column) && reader.GetInt64(column) <= now;

    /// <param name="tags">A line each.</param>
    private static bool IsSolved(string tags, CommunityRules own) => tags.Length > 0 && tags.Split('\n').Any(own.MarksSolved);

    private static bool AsksYesOrNo(DbDataReader reader) =>
        reader.IsDBNull(1) ? ((MessageTraits)reader.GetInt32(2) & MessageTraits.AsksYesOrNo) != MessageTraits.None : Acknowledgements.IsYesOrNo(reader.GetString(1));

    private async ValueTask<bool> IsAcknowledgedAsync(long post, PostKind kind, bool asksYesOrNo, long now, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(Reactions, cancellationToken, post, now);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (rules.Of(reader.GetInt64(2)).MarksAnswered(reader.GetString(0))
                || Acknowledgements.Settles(kind, asksYesOrNo, reader.GetString(0), byAuthor: reader.GetInt32(1) == 1, mayMark: reader.GetInt32(3) == 1))
            {
                return true;
            }
        }

        return false;
    }

    private async ValueTask<bool> IsWithdrawnAsync(long post, long now, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(OwnLines, cancellationToken, post, now);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.IsDBNull(0) || Acknowledgements.IsWithdrawal(reader.GetString(0))) // Of a text that is not kept it is known.
            {
                return true;
            }
        }

        return false;
    }
}
