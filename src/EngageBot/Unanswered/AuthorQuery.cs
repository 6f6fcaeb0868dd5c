using System.Data;
using EngageBot.Database;

namespace EngageBot.Unanswered;

/// <summary>Who comes first in the queue: newcomers, and those whom nobody answers.</summary>
internal sealed class AuthorQuery(WriteSession session)
{
    private const long Day = 86_400_000;

    /// <summary>A newcomer's first messages.</summary>
    private const int FirstMessages = 5;

    private const long NewFor = 14 * Day;

    private const long LongKnown = 60 * Day;

    /// <summary>
    /// 1 where the author w of m was a newcomer when he wrote it, as <see cref="IsNewcomerAsync"/>, for those who order by it; @known is what
    /// <see cref="HistoryFromAsync"/> says of the community.
    /// </summary>
    public static readonly string IsByNewcomer =
        $"""
        CASE WHEN w.joined_at IS NOT NULL THEN CASE WHEN m.at - w.joined_at <= {NewFor} THEN 1 ELSE 0 END
            WHEN m.at - @known >= {LongKnown}
                AND (SELECT COUNT(*) FROM (SELECT 1 AS one FROM messages f WHERE f.author = m.author AND f.at <= m.at LIMIT {FirstMessages + 1}) counted) <= {FirstMessages} THEN 1
            ELSE 0 END
        """;

    private static readonly HotSql Arrival = new(
        $"""
        SELECT joined_at, (SELECT COUNT(*) FROM (SELECT 1 AS one FROM messages WHERE author = @author AND at <= @at LIMIT {FirstMessages + 1}) counted)
        FROM members WHERE id = @author
        """,
        ("author", DbType.Int64),
        ("at", DbType.Int64));

    private static readonly HotSql HistoryFrom = new(
        "SELECT MIN(first.at) FROM (SELECT (SELECT MIN(m.at) FROM messages m WHERE m.channel = c.id) AS at FROM channels c WHERE c.community = @community) first",
        ("community", DbType.Int64));

    private static readonly HotSql Unheard = UnheardIn(last: 3);
    private static readonly HotSql UnheardTwice = UnheardIn(last: 2);

    private static readonly HotSql EarlierPost = new(
        $"SELECT 1 FROM messages m WHERE m.author = @author AND m.at < @now AND {PostSql.IsPost} LIMIT 1",
        ("author", DbType.Int64),
        ("now", DbType.Int64));

    /// <summary>Goes back only to the first post that somebody answered, which mostly is the last one he wrote.</summary>
    private static HotSql UnheardIn(int last)
    {
        var posts =
            $"""
            SELECT m.id, m.author FROM messages m
            WHERE m.author = @author AND m.at >= @since AND m.at < @now AND {PostSql.IsPost}
            ORDER BY m.at DESC LIMIT
            """;
        return new(
            $"""
            SELECT CASE
                WHEN EXISTS (
                    SELECT 1 FROM ({posts} {last}) earlier
                    WHERE EXISTS (
                        WITH RECURSIVE chain(post, author, message) AS (
                            SELECT earlier.id, earlier.author, earlier.id
                            UNION
                            {PostSql.Chain}
                        )
                        SELECT 1 FROM {PostSql.Replies})) THEN 0
                WHEN (SELECT COUNT(*) FROM ({posts} 2) two) = 2 THEN 1
                ELSE 0 END
            """,
            ("author", DbType.Int64),
            ("since", DbType.Int64),
            ("now", DbType.Int64));
    }

    private readonly Dictionary<long, long> _historyFrom = [];

    /// <summary>What <see cref="IsNewcomerAsync"/> asks first.</summary>
    public static Question ArrivalOf(long author, long now) => new(Arrival, author, now);

    /// <summary>What <see cref="IsUnheardAsync"/> asks.</summary>
    public static Question UnheardOf(long author, long now) => new(Unheard, author, now - (30 * Day), now);

    /// <summary>What <see cref="IsUnheardTwiceAsync"/> asks.</summary>
    public static Question UnheardTwiceOf(long author, long now) => new(UnheardTwice, author, now - (30 * Day), now);

    /// <summary>Joined in the last 14 days by the platform's date, or among his first five messages where 60 days of history are known.</summary>
    public async ValueTask<bool> IsNewcomerAsync(long author, long community, long now, CancellationToken cancellationToken)
    {
        bool isAmongFirst;
        await using (var reader = await session.ReadAsync(Arrival, cancellationToken, author, now))
        {
            await reader.ReadAsync(cancellationToken);
            if (!reader.IsDBNull(0))
            {
                return now - reader.GetInt64(0) <= NewFor;
            }

            isAmongFirst = reader.GetInt64(1) <= FirstMessages;
        }

        return isAmongFirst && now - await HistoryFromAsync(community, now, cancellationToken) >= LongKnown;
    }

    /// <summary>At least two posts in the 30 days before this moment, and nobody answered the last of them, three at most.</summary>
    public async ValueTask<bool> IsUnheardAsync(long author, long now, CancellationToken cancellationToken) =>
        await session.NumberAsync(Unheard, cancellationToken, author, now - (30 * Day), now) == 1;

    /// <summary>Nobody answered the author's last two posts in the 30 days before this moment.</summary>
    public async ValueTask<bool> IsUnheardTwiceAsync(long author, long now, CancellationToken cancellationToken) =>
        await session.NumberAsync(UnheardTwice, cancellationToken, author, now - (30 * Day), now) == 1;

    /// <summary>He started no conversation before this moment.</summary>
    public async ValueTask<bool> IsFirstPostAsync(long author, long now, CancellationToken cancellationToken) =>
        await session.NumberAsync(EarlierPost, cancellationToken, author, now) is null;

    /// <summary>
    /// Since when a community is known; the end of time where it is not. What is read up or imported may move it back, and nothing forward: it is kept only once it is long enough ago.
    /// </summary>
    public async ValueTask<long> HistoryFromAsync(long community, long now, CancellationToken cancellationToken)
    {
        if (!_historyFrom.TryGetValue(community, out var from) || now - from < LongKnown)
        {
            from = await session.NumberAsync(HistoryFrom, cancellationToken, community) ?? long.MaxValue;
            _historyFrom[community] = from;
        }

        return from;
    }
}
