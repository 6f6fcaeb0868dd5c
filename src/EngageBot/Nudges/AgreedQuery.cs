using System.Data;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Outbox.Contact;

namespace EngageBot.Nudges;

/// <summary>Asks the store who agreed to be asked and can read the channel of a post.</summary>
internal sealed class AgreedQuery(WriteSession session)
{
    /// <summary>So many are looked at: those who answer most in the channel, then who was here last; before them those who named what it is about.</summary>
    private const int MostRanked = 40;

    private const string Most = "2000";

    // To agree is a sign of life too.
    private const string LastSeen = "s.helps_since, (SELECT MAX(w.at) FROM messages w WHERE w.author = h.id AND w.at <= @now)";

    private static readonly string Greets =
        $"CASE WHEN EXISTS (SELECT 1 FROM agreements g WHERE g.member = h.id AND g.kind = {ContactKind.Greeting:D} AND g.is_agreed = 1) THEN 1 ELSE 0 END";

    private const string Helps =
        """
        k.live_since IS NOT NULL
            AND s.community = k.id AND s.helps_since IS NOT NULL AND (s.paused_until IS NULL OR s.paused_until <= @now)
            AND h.id = s.member AND h.is_bot = 0 AND h.opted_out_at IS NULL AND h.left_at IS NULL
        """;

    private static readonly HotSql Agreed = new(
        $"""
        SELECT h.id, {LastSeen}, {Greets}, s.topics, CASE WHEN EXISTS (SELECT 1 FROM nudges n WHERE n.post = @post AND n.member = h.id) THEN 1 ELSE 0 END
        FROM messages p
        CROSS JOIN channels c
        CROSS JOIN communities k
        CROSS JOIN member_settings s
        CROSS JOIN members h
        WHERE p.id = @post AND c.id = p.channel AND k.id = c.community AND {Helps} AND h.id <> p.author
            AND (c.visibility = {ChannelVisibility.Everyone:D}
            OR (c.visibility = {ChannelVisibility.Readers:D} AND EXISTS (SELECT 1 FROM channel_readers r WHERE r.channel = c.id AND r.member = h.id)))
        ORDER BY h.id LIMIT {Most}
        """,
        ("post", DbType.Int64),
        ("now", DbType.Int64));

    private static readonly HotSql OfCommunity = new(
        $"""
        SELECT h.id, {LastSeen}, {Greets}, s.topics, 0
        FROM communities k
        CROSS JOIN member_settings s
        CROSS JOIN members h
        WHERE k.id = @community AND {Helps}
        ORDER BY h.id LIMIT {Most}
        """,
        ("community", DbType.Int64),
        ("now", DbType.Int64));

    private static readonly HotSql Asked = new("SELECT member FROM nudges WHERE post = @post AND member IS NOT NULL", ("post", DbType.Int64));

    /// <summary>Those who agreed, the author left out; nobody where the bot only observes.</summary>
    public Task<IReadOnlyList<AgreedHelper>> AgreedAsync(long post, long now, CancellationToken cancellationToken) => ReadAsync(Agreed, post, now, cancellationToken);

    /// <summary>Those who agreed in a community, whatever they can read and were asked about.</summary>
    public Task<IReadOnlyList<AgreedHelper>> OfCommunityAsync(long community, long now, CancellationToken cancellationToken) => ReadAsync(OfCommunity, community, now, cancellationToken);

    /// <summary>What <see cref="AskedAsync"/> asks.</summary>
    public static Question AskedAbout(long post) => new(Asked, post);

    /// <summary>Who was asked about a post.</summary>
    public async Task<IReadOnlySet<long>> AskedAsync(long post, CancellationToken cancellationToken)
    {
        HashSet<long> asked = [];
        await using var reader = await session.ReadAsync(Asked, cancellationToken, post);
        while (await reader.ReadAsync(cancellationToken))
        {
            asked.Add(reader.GetInt64(0));
        }

        return asked;
    }

    /// <summary>Those of them who were here in the last week and were not asked about the post, as many as are looked at.</summary>
    /// <param name="answers">How often each answered in its channel; null where that does not matter.</param>
    /// <param name="named">Those who like to be asked about it, who are looked at first; null where that does not matter.</param>
    public static IEnumerable<AgreedHelper> Candidates(
        IReadOnlyList<AgreedHelper> agreed, IReadOnlyDictionary<long, int>? answers, long now, IReadOnlyDictionary<long, IReadOnlyList<string>>? named = null) => agreed
        .Where(helper => !helper.WasAsked && now - helper.LastSeenAt <= NudgePolicy.Away.TotalMilliseconds)
        .OrderByDescending(helper => named?.ContainsKey(helper.Member) == true)
        .ThenByDescending(helper => answers?.GetValueOrDefault(helper.Member) ?? 0)
        .ThenByDescending(helper => helper.LastSeenAt)
        .Take(MostRanked);

    /// <summary>Now, or as soon as the hour allows it: then the message waits.</summary>
    public static bool IsSoon(ContactDecision decision, long now) => decision is ContactDecision.Allowed
        || (decision is ContactDecision.Later { Reason: ContactReason.QuietHours or ContactReason.OwnHours or ContactReason.WorkingHours } later
            && later.At - DateTimeOffset.FromUnixTimeMilliseconds(now) <= ContactVerdict.LongestHold);

    private async Task<IReadOnlyList<AgreedHelper>> ReadAsync(HotSql sql, long key, long now, CancellationToken cancellationToken)
    {
        List<AgreedHelper> agreed = [];
        await using var reader = await session.ReadAsync(sql, cancellationToken, key, now);
        while (await reader.ReadAsync(cancellationToken))
        {
            agreed.Add(new AgreedHelper(reader.GetInt64(0), Math.Max(reader.GetInt64(1), reader.IsDBNull(2) ? 0 : reader.GetInt64(2)), WasAsked: reader.GetInt32(5) == 1, Greets: reader.GetInt32(3) == 1)
            {
                Topics = reader.IsDBNull(4) ? null : reader.GetString(4),
            });
        }

        return agreed;
    }
}
