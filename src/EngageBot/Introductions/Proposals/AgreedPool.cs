using System.Data;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Profiles;

namespace EngageBot.Introductions.Proposals;

/// <summary>
/// Reads those of a community who want to be introduced, and whom they know: what of the store is theirs, and not the whole of it. Its cost goes with what they wrote and were
/// answered in half a year.
/// </summary>
internal sealed class AgreedPool(WriteSession session)
{
    private const long HalfAYear = 182L * 86_400_000;

    private const string AreAgreed = "g.kind = @kind AND g.is_agreed = 1";

    private const string ArePeople = "(m.traits & 7) = 0 AND (p.traits & 7) = 0 AND m.author <> p.author";

    private static readonly HotSql Profiles = new(
        $"""
        SELECT g.member, p.profile
        FROM agreements g
        JOIN members w ON w.id = g.member AND w.community = @community AND w.is_bot = 0 AND w.opted_out_at IS NULL
        JOIN member_profiles p ON p.member = g.member
        WHERE {AreAgreed}
        """,
        ("community", DbType.Int64),
        ("kind", DbType.Int32));

    // What they replied, and then what others of whom nobody knows whether they want that replied to them.
    private static readonly HotSql Replies = new(
        $"""
        SELECT m.author, p.author, CASE WHEN c.visibility = {ChannelVisibility.Everyone:D} THEN 1 ELSE 0 END AS is_open, SUM(l.probability)
        FROM agreements g
        JOIN members w ON w.id = g.member AND w.community = @community
        JOIN messages m ON m.author = g.member AND m.at > @since
        JOIN channels c ON c.id = m.channel
        JOIN counting_links l ON l.message = m.id
        JOIN messages p ON p.id = l.parent
        WHERE {AreAgreed} AND {ArePeople}
        GROUP BY m.author, p.author, is_open
        UNION ALL
        SELECT m.author, p.author, CASE WHEN c.visibility = {ChannelVisibility.Everyone:D} THEN 1 ELSE 0 END AS is_open, SUM(l.probability)
        FROM agreements g
        JOIN members w ON w.id = g.member AND w.community = @community
        JOIN messages p ON p.author = g.member AND p.at > @since
        JOIN channels c ON c.id = p.channel
        JOIN links l ON l.parent = p.id AND NOT EXISTS (SELECT 1 FROM links surer WHERE surer.message = l.message AND surer.source > l.source)
        JOIN messages m ON m.id = l.message
        WHERE {AreAgreed} AND {ArePeople}
            AND NOT EXISTS (SELECT 1 FROM agreements also WHERE also.member = m.author AND also.kind = @kind AND also.is_agreed = 1)
        GROUP BY m.author, p.author, is_open
        """,
        ("community", DbType.Int64),
        ("kind", DbType.Int32),
        ("since", DbType.Int64));

    /// <param name="kind">What they agreed to.</param>
    public async Task<(IntroductionPool Pool, Acquaintance Known)> ReadAsync(long community, ContactKind kind, long now, CancellationToken cancellationToken)
    {
        var counts = (await new ProfileStore(session).WordsAsync(community, cancellationToken)).Counts;
        List<IntroductionCandidate> members = [];
        await using (var reader = await session.ReadAsync(Profiles, cancellationToken, community, (int)kind))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                if (ProfileBytes.Read(reader.GetFieldValue<byte[]>(1)) is { } profile)
                {
                    members.Add(new IntroductionCandidate(reader.GetInt64(0), profile, counts, now));
                }
            }
        }

        var known = new Acquaintance();
        await using (var reader = await session.ReadAsync(Replies, cancellationToken, community, (int)kind, now - HalfAYear))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                known.Add(reader.GetInt64(0), reader.GetInt64(1), reader.GetDouble(3), isOpen: reader.GetInt32(2) == 1);
            }
        }

        return (new IntroductionPool(members, known), known);
    }
}
