using System.Data;
using System.Runtime.CompilerServices;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Unanswered;

namespace EngageBot.Stats;

/// <summary>All posts of a community with what came of them, oldest stretch first; a stretch at a time, so that memory does not grow with the history.</summary>
internal sealed class PostOutcomes(WriteSession session, Scope scope)
{
    private static readonly HotSql Outcomes = new(
        $"""
        WITH RECURSIVE posts AS (
            SELECT m.id, m.channel, m.author, m.at, {PostSql.KindToAll} AS kind
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

    public async IAsyncEnumerable<PostOutcome> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (from, until) in await Stretches.OfAsync(session, scope, cancellationToken))
        {
            await using var reader = await session.ReadAsync(Outcomes, cancellationToken, scope.Community, from, until, scope.To);
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
}
