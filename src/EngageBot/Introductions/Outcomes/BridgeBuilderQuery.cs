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

    private static readonly string Between =
        $"""
        SELECT 1 FROM messages r
        JOIN channels d ON d.id = r.channel
        JOIN counting_links l ON l.message = r.id JOIN messages q ON q.id = l.parent
        WHERE r.author IN (named.one, named.other) AND q.author IN (named.one, named.other) AND q.author <> r.author
        """;

    private static readonly HotSql Pairs = new(
        $"{NamedBy("m.author = @member")} SELECT COUNT(*) FROM pairs",
        ("member", DbType.Int64),
        ("since", DbType.Int64));

    private static readonly HotSql Builders = new(
        $"{NamedBy("c.community = @community")} SELECT author FROM pairs GROUP BY author ORDER BY COUNT(*) DESC, author",
        ("community", DbType.Int64),
        ("since", DbType.Int64));

    /// <summary>How many pairs.</summary>
    /// <param name="since">When he named them at the earliest, unix milliseconds.</param>
    public async Task<int> PairsOfAsync(long member, long since, CancellationToken cancellationToken) =>
        (int)(await session.NumberAsync(Pairs, cancellationToken, member, since) ?? 0);

    /// <summary>Who introduced anybody to each other in a community.</summary>
    /// <param name="since">When they were named at the earliest, unix milliseconds.</param>
    public async Task<IReadOnlyList<long>> BuildersAsync(long community, long since, CancellationToken cancellationToken)
    {
        List<long> members = [];
        await using var reader = await session.ReadAsync(Builders, cancellationToken, community, since);
        while (await reader.ReadAsync(cancellationToken))
        {
            members.Add(reader.GetInt64(0));
        }

        return members;
    }

    /// <summary>The pairs that are named in some messages, each with who named it.</summary>
    /// <param name="whose">Which messages, of those since a moment.</param>
    private static string NamedBy(string whose) =>
        $"""
        WITH named AS (
            SELECT m.author AS author, a.member AS one, p.author AS other, m.at AS at {Named}
            JOIN counting_links l ON l.message = m.id
            JOIN messages p ON p.id = l.parent AND p.author <> m.author AND p.author <> a.member AND (p.traits & 7) = 0
            WHERE {whose} AND m.at > @since AND (m.traits & 7) = 0
            UNION
            SELECT m.author AS author, a.member AS one, b.member AS other, m.at AS at {Named}
            JOIN mentions b ON b.message = m.id AND b.member > a.member AND b.member <> m.author
            WHERE {whose} AND m.at > @since AND (m.traits & 7) = 0
        ), pairs AS (
            SELECT DISTINCT named.author AS author, CASE WHEN named.one < named.other THEN named.one ELSE named.other END AS one, CASE WHEN named.one < named.other THEN named.other ELSE named.one END AS other
            FROM named
            WHERE EXISTS ({Between} AND r.at > named.at AND r.at <= named.at + {TwoWeeks} AND d.visibility = {ChannelVisibility.Everyone:D})
                AND NOT EXISTS ({Between} AND r.at <= named.at)
        )
        """;
}
