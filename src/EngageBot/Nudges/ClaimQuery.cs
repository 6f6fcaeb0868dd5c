using System.Data;
using EngageBot.Database;

namespace EngageBot.Nudges;

/// <summary>Whether somebody said that he will reply to a post: by the button, or by eyes under it. That holds for two hours and lapses without a word.</summary>
internal sealed class ClaimQuery(WriteSession session)
{
    /// <summary>Milliseconds.</summary>
    public const long Holds = 7_200_000;

    private static readonly HotSql Until = new(
        $"""
        SELECT MAX(claimed.until) FROM (
            SELECT c.until AS until FROM claims c WHERE c.post = @post AND c.member <> @member AND c.until > @now
            UNION ALL
            SELECT r.at + {Holds} AS until FROM messages p
            JOIN reactions r ON r.message = p.id AND r.emoji IN ('👀', '👀️', 'eyes') AND r.member <> p.author AND r.member <> @member AND r.at > @now - {Holds}
            JOIN members w ON w.id = r.member AND w.is_bot = 0
            WHERE p.id = @post) claimed
        """,
        ("post", DbType.Int64),
        ("member", DbType.Int64),
        ("now", DbType.Int64));

    /// <summary>What <see cref="UntilAsync"/> asks.</summary>
    public static Question ClaimOf(long post, long except, long now) => new(Until, post, except, now);

    /// <summary>Until when, unix milliseconds; null where nobody did.</summary>
    /// <param name="except">Whose word does not count; 0 for nobody.</param>
    public async ValueTask<long?> UntilAsync(long post, long except, long now, CancellationToken cancellationToken) =>
        await session.NumberAsync(Until, cancellationToken, post, except, now);
}
