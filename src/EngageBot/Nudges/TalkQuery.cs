using System.Data;
using EngageBot.Database;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>
/// Whether somebody talks with the author of a post, though not about it as far as is known: he asked the same again in other words, or the answer was not recognised as one. It is
/// not asked for him then.
/// </summary>
internal sealed class TalkQuery(WriteSession session)
{
    /// <summary>What is said to him later than this has nothing to do with the post. Milliseconds.</summary>
    public const long Near = 3_600_000;

    private static readonly HotSql IsTalkedWith = new(
        $"""
        SELECT CASE WHEN EXISTS (
            SELECT 1 FROM messages own
            CROSS JOIN counting_links l
            CROSS JOIN messages m
            WHERE own.author = @author AND own.at >= @at AND own.at <= @until AND own.channel = @channel AND own.id <> @post
                AND l.parent = own.id AND m.id = l.message AND m.id <> own.id AND m.at <= @now AND (m.author IS NULL OR m.author <> @author)
                AND (m.traits & {PostSql.NotByPerson}) = 0 AND m.deleted_at IS NULL
        ) OR EXISTS (
            SELECT 1 FROM messages m
            CROSS JOIN mentions n
            WHERE m.channel = @channel AND m.at >= @at AND m.at <= @until AND m.id <> @post AND (m.author IS NULL OR m.author <> @author)
                AND (m.traits & {PostSql.NotByPerson}) = 0 AND m.deleted_at IS NULL AND n.message = m.id AND n.member = @author
        ) THEN 1 ELSE 0 END
        """,
        ("post", DbType.Int64),
        ("channel", DbType.Int64),
        ("author", DbType.Int64),
        ("at", DbType.Int64),
        ("until", DbType.Int64),
        ("now", DbType.Int64));

    /// <summary>What <see cref="IsTalkedWithAsync"/> asks.</summary>
    public static Question TalkWith(WaitingPost post, long now) => new(IsTalkedWith, post.Message, post.Channel, post.Author, post.At, Math.Min(now, post.At + Near), now);

    public async ValueTask<bool> IsTalkedWithAsync(WaitingPost post, long now, CancellationToken cancellationToken) =>
        await session.NumberAsync(TalkWith(post, now), cancellationToken) == 1;
}
