using System.Data;
using System.Runtime.CompilerServices;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Unanswered;

namespace EngageBot.Stats;

/// <summary>All posts of a community with what came of them, oldest stretch first; a stretch at a time, so that memory does not grow with the history.</summary>
internal sealed class PostOutcomes(WriteSession session, long community)
{
    private const long Day = 86_400_000;

    /// <summary>Messages of a stretch, more or less: whole days.</summary>
    private const long Stretch = 50_000;

    private static readonly HotSql PerDay = new(
        """
        SELECT m.at / 86400000 AS day, COUNT(*)
        FROM channels c JOIN messages m ON m.channel = c.id
        WHERE c.community = @community
        GROUP BY m.at / 86400000
        ORDER BY day
        """,
        ("community", DbType.Int64));

    private static readonly HotSql Outcomes = new(
        $"""
        WITH RECURSIVE posts AS (
            SELECT m.id, m.channel, m.author, m.at, m.kind
            FROM channels c
            JOIN messages m ON m.channel = c.id AND m.at >= @from AND m.at < @until
            WHERE c.community = @community AND {PostSql.IsPost}),
        chain(post, author, message) AS (
            SELECT posts.id, posts.author, posts.id FROM posts
            UNION
            {PostSql.Chain}
        )
        SELECT posts.id, posts.channel, posts.author, posts.at, posts.kind, first.at
        FROM posts
        LEFT JOIN (SELECT chain.post AS post, MIN(m.at) AS at FROM {PostSql.Replies} GROUP BY chain.post) first ON first.post = posts.id
        """,
        ("community", DbType.Int64),
        ("from", DbType.Int64),
        ("until", DbType.Int64),
        ("now", DbType.Int64));

    /// <param name="now">Nothing later is looked at, unix milliseconds.</param>
    public async IAsyncEnumerable<PostOutcome> ReadAsync(long now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (from, until) in await StretchesAsync(cancellationToken))
        {
            await using var reader = await session.ReadAsync(Outcomes, cancellationToken, community, from, until, now);
            while (await reader.ReadAsync(cancellationToken))
            {
                yield return new PostOutcome(
                    reader.GetInt64(0),
                    reader.GetInt64(1),
                    reader.GetInt64(2),
                    reader.GetInt64(3),
                    (PostKind)reader.GetInt32(4),
                    reader.IsDBNull(5) ? null : reader.GetInt64(5));
            }
        }
    }

    private async Task<IReadOnlyList<(long From, long Until)>> StretchesAsync(CancellationToken cancellationToken)
    {
        List<(long From, long Until)> stretches = [];
        var (from, messages) = (long.MinValue, 0L);
        await using var reader = await session.ReadAsync(PerDay, cancellationToken, community);
        while (await reader.ReadAsync(cancellationToken))
        {
            var day = reader.GetInt64(0) * Day;
            from = from == long.MinValue ? day : from;
            messages += reader.GetInt64(1);
            if (messages >= Stretch)
            {
                stretches.Add((from, day + Day));
                (from, messages) = (day + Day, 0);
            }
        }

        if (messages > 0)
        {
            stretches.Add((from, long.MaxValue));
        }

        return stretches;
    }
}
