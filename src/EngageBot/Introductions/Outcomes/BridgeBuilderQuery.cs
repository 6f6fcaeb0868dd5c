using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Introductions.Outcomes;

/// <summary>
/// Asks the store whom a member introduced to each other of his own accord: he names somebody to the one whom he replies to, or two to each other, and they, who had not talked
/// before, reply to each other within two weeks. Only what every member can read counts.
/// </summary>
internal sealed class BridgeBuilderQuery(WriteSession session)
{
    private const long TwoWeeks = 14L * 86_400_000;

    private static readonly string Named =
        $"""
        FROM messages m
        JOIN channels c ON c.id = m.channel AND c.visibility = {ChannelVisibility.Everyone:D}
        JOIN mentions a ON a.message = m.id AND a.member <> m.author
        """;

    private const string IsHis = "m.author = @member AND m.at > @since AND (m.traits & 7) = 0";

    private static readonly string Between =
        $"""
        SELECT 1 FROM messages r
        JOIN channels d ON d.id = r.channel
        JOIN counting_links l ON l.message = r.id JOIN messages q ON q.id = l.parent
        WHERE r.author IN (named.one, named.other) AND q.author IN (named.one, named.other) AND q.author <> r.author
        """;

    private static readonly HotSql Pairs = new(
        $"""
        WITH named AS (
            SELECT a.member AS one, p.author AS other, m.at AS at {Named}
            JOIN counting_links l ON l.message = m.id
            JOIN messages p ON p.id = l.parent AND p.author <> m.author AND p.author <> a.member AND (p.traits & 7) = 0
            WHERE {IsHis}
            UNION
            SELECT a.member AS one, b.member AS other, m.at AS at {Named}
            JOIN mentions b ON b.message = m.id AND b.member > a.member AND b.member <> m.author
            WHERE {IsHis}
        )
        SELECT COUNT(*) FROM (
            SELECT DISTINCT CASE WHEN named.one < named.other THEN named.one ELSE named.other END, CASE WHEN named.one < named.other THEN named.other ELSE named.one END
            FROM named
            WHERE EXISTS ({Between} AND r.at > named.at AND r.at <= named.at + {TwoWeeks} AND d.visibility = {ChannelVisibility.Everyone:D})
                AND NOT EXISTS ({Between} AND r.at <= named.at)) pairs
        """,
        ("member", DbType.Int64),
        ("since", DbType.Int64));

    /// <summary>How many pairs.</summary>
    /// <param name="since">When he named them at the earliest, unix milliseconds.</param>
    public async Task<int> PairsOfAsync(long member, long since, CancellationToken cancellationToken) =>
        (int)(await session.NumberAsync(Pairs, cancellationToken, member, since) ?? 0);
}
