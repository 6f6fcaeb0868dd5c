using System.Data;
using EngageBot.Chat;
using EngageBot.Chat.Words;
using EngageBot.Database;
using EngageBot.Profiles;

namespace EngageBot.Introductions;

/// <summary>
/// Reads from the store who could be introduced to whom. People who opted out and bots are not there at all; who has not written for a month, or hardly ever,
/// is left in peace.
/// </summary>
internal sealed class IntroductionReader(WriteSession session)
{
    /// <summary>The load is shared: nobody is in more of the pairs.</summary>
    private const int MostForOne = 2;

    private const int FewestLines = 3;
    private const long Month = 30L * 86_400_000;

    private static readonly HotSql FindCommunity = new(
        "SELECT id FROM communities WHERE platform = @platform AND platform_id = @platform_id",
        ("platform", DbType.Int32),
        ("platform_id", DbType.String));

    private static readonly HotSql Profiles = new(
        """
        SELECT p.member, p.profile
        FROM members m
        JOIN member_profiles p ON p.member = m.id
        WHERE m.community = @community AND m.is_bot = 0 AND m.opted_out_at IS NULL AND m.left_at IS NULL
        """,
        ("community", DbType.Int64));

    private static readonly HotSql Names = new("SELECT name FROM members WHERE community = @community", ("community", DbType.Int64));

    private static readonly HotSql Replies = new(
        """
        SELECT m.author, p.author, CASE WHEN c.visibility = 1 THEN 1 ELSE 0 END AS is_open, SUM(l.probability)
        FROM channels c
        JOIN messages m ON m.channel = c.id AND m.at <= @until
        JOIN links l ON l.message = m.id AND NOT EXISTS (SELECT 1 FROM links surer WHERE surer.message = l.message AND surer.source > l.source)
        JOIN messages p ON p.id = l.parent
        WHERE c.community = @community AND m.author <> p.author AND (m.traits & 7) = 0 AND (p.traits & 7) = 0
        GROUP BY m.author, p.author, is_open
        """,
        ("until", DbType.Int64),
        ("community", DbType.Int64));

    /// <summary>The pairs that fit best and of whom can be said why.</summary>
    /// <param name="now">The moment, unix milliseconds.</param>
    /// <param name="most">How many pairs.</param>
    public async Task<IReadOnlyList<Introduction>> ReadAsync(CommunityId id, long now, int most, CancellationToken cancellationToken)
    {
        if (await session.NumberAsync(FindCommunity, cancellationToken, (int)id.Platform, id.Value) is not { } community)
        {
            return [];
        }

        var known = await KnownAsync(community, now, cancellationToken);
        var pool = new IntroductionPool(await MembersAsync(community, now, cancellationToken), known);
        var reasons = new IntroductionReasons(session, known, await NamesAsync(community, cancellationToken));
        Dictionary<long, int> times = [];
        List<Introduction> chosen = [];
        foreach (var pair in pool.Pairs())
        {
            if (chosen.Count == most)
            {
                break;
            }

            var isFree = times.GetValueOrDefault(pair.One.Member) < MostForOne && times.GetValueOrDefault(pair.Other.Member) < MostForOne;
            if (isFree && await reasons.OfAsync(pair, cancellationToken) is { } introduction)
            {
                chosen.Add(introduction);
                times[pair.One.Member] = times.GetValueOrDefault(pair.One.Member) + 1;
                times[pair.Other.Member] = times.GetValueOrDefault(pair.Other.Member) + 1;
            }
        }

        return chosen;
    }

    private async Task<IReadOnlyList<IntroductionCandidate>> MembersAsync(long community, long now, CancellationToken cancellationToken)
    {
        var counts = (await new ProfileStore(session).WordsAsync(community, cancellationToken)).Counts;
        List<IntroductionCandidate> members = [];
        await using var reader = await session.ReadAsync(Profiles, cancellationToken, community);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (ProfileBytes.Read(reader.GetFieldValue<byte[]>(1)) is { Lines: >= FewestLines } profile && now - profile.At <= Month)
            {
                members.Add(new IntroductionCandidate(reader.GetInt64(0), profile, counts, now));
            }
        }

        return members;
    }

    /// <summary>The words of members' names.</summary>
    public async Task<IReadOnlySet<uint>> NamesAsync(long community, CancellationToken cancellationToken)
    {
        HashSet<uint> names = [];
        await using var reader = await session.ReadAsync(Names, cancellationToken, community);
        while (await reader.ReadAsync(cancellationToken))
        {
            var name = reader.GetString(0).Trim('_', '-', '^', '`', '|');
            names.Add(WordHash.Of(name));
            foreach (var word in new WordReader(name))
            {
                names.Add(WordHash.Of(word.Word));
            }
        }

        return names;
    }

    private async Task<Acquaintance> KnownAsync(long community, long until, CancellationToken cancellationToken)
    {
        var known = new Acquaintance();
        await using var reader = await session.ReadAsync(Replies, cancellationToken, until, community);
        while (await reader.ReadAsync(cancellationToken))
        {
            known.Add(reader.GetInt64(0), reader.GetInt64(1), reader.GetDouble(3), isOpen: reader.GetInt32(2) == 1);
        }

        return known;
    }
}
