using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Introductions.Outcomes;

/// <summary>
/// Asks the store who introduces others, of their own accord: who names somebody to the one whom he replies to, or two to each other, and they, who had not talked before, reply
/// to each other within two weeks. Only what every member can read counts.
/// </summary>
internal sealed class BridgeBuilderQuery(WriteSession session)
{
    private const long TwoWeeks = 14L * 86_400_000;

    private static readonly string Named =
        $"""
        FROM channels c
        JOIN messages m ON m.channel = c.id AND m.at >= @since AND (m.traits & 7) = 0
        JOIN mentions a ON a.message = m.id AND a.member <> m.author
        """;

    private static readonly string IsOpen = $"c.community = @community AND c.visibility = {ChannelVisibility.Everyone:D} AND m.author IS NOT NULL";

    private const string Between =
        """
        SELECT 1 FROM messages r JOIN counting_links l ON l.message = r.id JOIN messages q ON q.id = l.parent
        WHERE r.author IN (named.one, named.other) AND q.author IN (named.one, named.other) AND q.author <> r.author
        """;

    private static readonly HotSql Since = new(
        $"""
        WITH named AS (
            SELECT m.author AS who, a.member AS one, p.author AS other, m.at AS at {Named}
            JOIN counting_links l ON l.message = m.id
            JOIN messages p ON p.id = l.parent AND p.author <> m.author AND p.author <> a.member AND (p.traits & 7) = 0
            WHERE {IsOpen}
            UNION
            SELECT m.author AS who, a.member AS one, b.member AS other, m.at AS at {Named}
            JOIN mentions b ON b.message = m.id AND b.member > a.member AND b.member <> m.author
            WHERE {IsOpen}
        )
        SELECT DISTINCT named.who, CASE WHEN named.one < named.other THEN named.one ELSE named.other END, CASE WHEN named.one < named.other THEN named.other ELSE named.one END
        FROM named
        JOIN members w ON w.id = named.who AND w.is_bot = 0 AND w.opted_out_at IS NULL
        WHERE EXISTS ({Between} AND r.at > named.at AND r.at <= named.at + {TwoWeeks}) AND NOT EXISTS ({Between} AND r.at <= named.at)
        """,
        ("since", DbType.Int64),
        ("community", DbType.Int64));

    /// <summary>By their keys, and how many pairs they brought together; who brought most first.</summary>
    /// <param name="since">Unix milliseconds.</param>
    public async Task<IReadOnlyList<(long Member, int Pairs)>> SinceAsync(long community, long since, CancellationToken cancellationToken)
    {
        Dictionary<long, int> pairs = [];
        await using var reader = await session.ReadAsync(Since, cancellationToken, since, community);
        while (await reader.ReadAsync(cancellationToken))
        {
            var who = reader.GetInt64(0);
            pairs[who] = pairs.GetValueOrDefault(who) + 1;
        }

        return [.. pairs.Select(one => (one.Key, one.Value)).OrderByDescending(one => one.Value).ThenBy(one => one.Key)];
    }
}
