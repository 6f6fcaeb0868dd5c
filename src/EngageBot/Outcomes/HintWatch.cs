using System.Data;
using System.Globalization;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;

namespace EngageBot.Outcomes;

/// <summary>
/// The bot takes a hint: where too many of those asked do not want to be, or hardly any ask is taken up, it goes back to observing, and moderators are told why. What counts is
/// what happened since it went live, so that moderators who let it speak again begin anew.
/// </summary>
internal sealed class HintWatch(WriteSession session, RulesBook rules, ModeratorMessages moderators) : IVoice
{
    private const long Day = 86_400_000;

    /// <summary>An ask has had its time after so long.</summary>
    private const long ItsTime = 2 * Day;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    /// <summary>Whether asks are taken up shows over days, and where many were asked it takes a while to count.</summary>
    private static readonly TimeSpan BetweenCounts = TimeSpan.FromHours(1);

    private static readonly HotSql Live = new("SELECT id, live_since FROM own_communities WHERE live_since IS NOT NULL ORDER BY id");

    private static readonly HotSql Asked = new(
        $"""
        SELECT COUNT(*), COALESCE(SUM(stopped), 0) FROM (
            SELECT o.member AS member, MAX(CASE WHEN n.answer = {AskAnswer.Stop:D} OR (m.opted_out_at IS NOT NULL AND m.opted_out_at >= o.sent_at) THEN 1 ELSE 0 END) AS stopped
            FROM outbox o
            JOIN members m ON m.id = o.member
            LEFT JOIN nudges n ON n.post = o.post AND n.member = o.member AND n.step = 1
            WHERE o.community = @community AND o.kind = {OutboxKind.Ask:D} AND o.sent_at >= @since
            GROUP BY o.member) asked
        """,
        ("community", DbType.Int64),
        ("since", DbType.Int64));

    private static readonly HotSql TakenUp = new(
        $"""
        SELECT COUNT(*), COALESCE(SUM(CASE WHEN n.answer = {AskAnswer.WillReply:D} OR n.replied_at IS NOT NULL THEN 1 ELSE 0 END), 0)
        FROM (SELECT a.post, a.member FROM outbox a
            WHERE a.community = @community AND a.kind = {OutboxKind.Ask:D} AND a.sent_at >= @since AND a.sent_at <= @until
            ORDER BY a.sent_at DESC LIMIT {HintPolicy.MostAsks}) o
        LEFT JOIN nudges n ON n.post = o.post AND n.member = o.member AND n.step = 1
        """,
        ("community", DbType.Int64),
        ("since", DbType.Int64),
        ("until", DbType.Int64));

    private static readonly HotSql Observe = new(
        "UPDATE communities SET live_since = NULL, live_before_quiet = NULL WHERE id = @community AND live_since IS NOT NULL",
        ("community", DbType.Int64));

    private static readonly HotSql PutHint = new(
        "INSERT INTO hints (id, community, hint, at, among, counted) VALUES (@id, @community, @hint, @at, @among, @counted)",
        ("id", DbType.Int64),
        ("community", DbType.Int64),
        ("hint", DbType.Int32),
        ("at", DbType.Int64),
        ("among", DbType.Int32),
        ("counted", DbType.Int32));

    private static readonly HotSql Untold = new(
        $"""
        SELECT h.id, h.community, h.hint, h.among, h.counted FROM hints h
        JOIN own_communities k ON k.id = h.community
        WHERE h.at > @since AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.kind = {OutboxKind.Hint:D} AND o.subject = h.id)
        """,
        ("since", DbType.Int64));

    private readonly KeySequence _keys = new("hints");
    private DateTimeOffset _lookedAt;
    private DateTimeOffset _countedAt;

    public IReadOnlyList<OutboxKind> Kinds { get; } = [OutboxKind.Hint];

    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (now - _lookedAt < BetweenLooks)
        {
            return;
        }

        await session.OpenAsync(cancellationToken);
        var at = now.ToUnixTimeMilliseconds();
        var counts = now - _countedAt >= BetweenCounts;
        foreach (var (community, since) in await LiveAsync(cancellationToken))
        {
            var facts = await FactsAsync(community, since, at, counts, cancellationToken);
            if (HintPolicy.Of(facts) is var hint and not Hint.None)
            {
                await TakeAsync(community, hint, facts, at, cancellationToken);
            }
        }

        foreach (var message in await UntoldAsync(at - (30 * Day), cancellationToken))
        {
            await moderators.AddAsync(message, now, cancellationToken);
        }

        (_lookedAt, _countedAt) = (now, counts ? now : _countedAt);
    }

    public Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult<OutboxVerdict>(new OutboxVerdict.Say());

    /// <summary>Forgets everything in memory: to be called when a transaction was given up.</summary>
    public void Forget() => (_lookedAt, _countedAt) = (default, default);

    /// <summary>Both or neither: a crash in between leaves it to be found out again.</summary>
    private async Task TakeAsync(long community, Hint hint, HintFacts facts, long now, CancellationToken cancellationToken)
    {
        var (among, counted) = hint == Hint.TooManyStopped ? (facts.AskedInWeek, facts.StoppedInWeek) : (facts.Asks, facts.TakenUp);
        await session.BeginAsync(cancellationToken);
        await session.ExecuteAsync(Observe, cancellationToken, community);
        await session.ExecuteAsync(PutHint, cancellationToken, await _keys.NextAsync(session, cancellationToken), community, (int)hint, now, among, counted);
        await session.CommitAsync(cancellationToken);
    }

    private async Task<HintFacts> FactsAsync(long community, long liveSince, long now, bool counts, CancellationToken cancellationToken)
    {
        var (asked, stopped) = await PairAsync(Asked, cancellationToken, community, Math.Max(liveSince, now - (7 * Day)));
        var (asks, takenUp) = counts ? await PairAsync(TakenUp, cancellationToken, community, liveSince, now - ItsTime) : default;
        return new HintFacts { AskedInWeek = asked, StoppedInWeek = stopped, Asks = asks, TakenUp = takenUp };
    }

    private async Task<(int, int)> PairAsync(HotSql sql, CancellationToken cancellationToken, params object?[] values)
    {
        await using var reader = await session.ReadAsync(sql, cancellationToken, values);
        await reader.ReadAsync(cancellationToken);
        return ((int)reader.GetInt64(0), (int)reader.GetInt64(1));
    }

    private async Task<IReadOnlyList<(long Community, long Since)>> LiveAsync(CancellationToken cancellationToken)
    {
        List<(long, long)> communities = [];
        await using var reader = await session.ReadAsync(Live, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            communities.Add((reader.GetInt64(0), reader.GetInt64(1)));
        }

        return communities;
    }

    private async Task<IReadOnlyList<ModeratorMessage>> UntoldAsync(long since, CancellationToken cancellationToken)
    {
        List<ModeratorMessage> untold = [];
        await using var reader = await session.ReadAsync(Untold, cancellationToken, since);
        while (await reader.ReadAsync(cancellationToken))
        {
            var texts = rules.Of(reader.GetInt64(1)).Wording();
            var (among, counted) = (reader.GetInt32(3).ToString(CultureInfo.InvariantCulture), reader.GetInt32(4).ToString(CultureInfo.InvariantCulture));
            untold.Add(new ModeratorMessage
            {
                Community = reader.GetInt64(1),
                Kind = OutboxKind.Hint,
                Subject = reader.GetInt64(0),
                Text = (Hint)reader.GetInt32(2) == Hint.TooManyStopped
                    ? texts.Of("hint.stopped", ("among", among), ("counted", counted))
                    : texts.Of("hint.taken-up", ("among", among), ("counted", counted)),
                Reason = "The bot went back to observing.",
                ValidFor = TimeSpan.FromDays(30),
            });
        }

        return untold;
    }
}
