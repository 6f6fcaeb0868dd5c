using System.Data;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Outbox.Contact;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>Finds who may be asked about a post, live: of those who agreed to be asked and can read its channel the likeliest to answer, where they may be contacted now.</summary>
internal sealed class AgreedHelpers(WriteSession session, HelperRanking ranking, ContactBook contacts)
{
    /// <summary>So many are ranked: those who answer most in the channel, then who was here last.</summary>
    private const int MostRanked = 40;

    // To agree is a sign of life too.
    private static readonly HotSql Agreed = new(
        $"""
        SELECT h.id, s.helps_since, (SELECT MAX(w.at) FROM messages w WHERE w.author = h.id AND w.at <= @now),
            CASE WHEN EXISTS (SELECT 1 FROM nudges n WHERE n.post = @post AND n.member = h.id) THEN 1 ELSE 0 END,
            CASE WHEN EXISTS (SELECT 1 FROM agreements g WHERE g.member = h.id AND g.kind = {ContactKind.Greeting:D} AND g.is_agreed = 1) THEN 1 ELSE 0 END
        FROM messages p
        JOIN channels c ON c.id = p.channel
        JOIN communities k ON k.id = c.community AND k.live_since IS NOT NULL
        JOIN members h ON h.community = c.community AND h.id <> p.author AND h.is_bot = 0 AND h.opted_out_at IS NULL AND h.left_at IS NULL
        JOIN member_settings s ON s.member = h.id AND s.helps_since IS NOT NULL AND (s.paused_until IS NULL OR s.paused_until <= @now)
        WHERE p.id = @post AND (c.visibility = {ChannelVisibility.Everyone:D}
            OR (c.visibility = {ChannelVisibility.Readers:D} AND EXISTS (SELECT 1 FROM channel_readers r WHERE r.channel = c.id AND r.member = h.id)))
        ORDER BY h.id LIMIT 2000
        """,
        ("post", DbType.Int64),
        ("now", DbType.Int64));

    /// <summary>Those who agreed, the author left out; nobody where the bot only observes.</summary>
    public async Task<IReadOnlyList<AgreedHelper>> AgreedAsync(long post, long now, CancellationToken cancellationToken)
    {
        List<AgreedHelper> agreed = [];
        await using var reader = await session.ReadAsync(Agreed, cancellationToken, post, now);
        while (await reader.ReadAsync(cancellationToken))
        {
            agreed.Add(new AgreedHelper(reader.GetInt64(0), Math.Max(reader.GetInt64(1), reader.IsDBNull(2) ? 0 : reader.GetInt64(2)), reader.GetInt32(3) == 1, reader.GetInt32(4) == 1));
        }

        return agreed;
    }

    /// <summary>Those of them who may be asked now, the likeliest first.</summary>
    public async Task<IReadOnlyList<Helper>> FittingAsync(
        WaitingPost post, long community, IReadOnlyList<AgreedHelper> agreed, IReadOnlyList<(long Member, int Answers)> answerers, int most, long now, CancellationToken cancellationToken)
    {
        var answers = answerers.ToDictionary(answerer => answerer.Member, answerer => answerer.Answers);
        var candidates = agreed
            .Where(helper => !helper.WasAsked && now - helper.LastSeenAt <= NudgePolicy.Away.TotalMilliseconds)
            .OrderByDescending(helper => answers.GetValueOrDefault(helper.Member))
            .ThenByDescending(helper => helper.LastSeenAt)
            .Take(MostRanked)
            .ToDictionary(helper => helper.Member);
        if (candidates.Count == 0)
        {
            return [];
        }

        var likely = await ranking.RankAsync([.. candidates.Keys], post, community, now, cancellationToken);
        List<Helper> fitting = [];
        foreach (var member in likely.Members)
        {
            if (fitting.Count < most && IsSoon(await contacts.DecideAsync(member, post.Message, now, cancellationToken), now))
            {
                fitting.Add(new Helper(member, answers.GetValueOrDefault(member), likely.PlaceOf(member), candidates[member].LastSeenAt, LastAskedAt: null)
                {
                    Topics = likely.TopicsOf(member),
                });
            }
        }

        return fitting;
    }

    /// <summary>Now, or as soon as the hour allows it: then the message waits.</summary>
    private static bool IsSoon(ContactDecision decision, long now) => decision is ContactDecision.Allowed
        || (decision is ContactDecision.Later { Reason: ContactReason.QuietHours or ContactReason.OwnHours or ContactReason.WorkingHours } later
            && later.At - DateTimeOffset.FromUnixTimeMilliseconds(now) <= PrivateNudges.LongestHold);
}
