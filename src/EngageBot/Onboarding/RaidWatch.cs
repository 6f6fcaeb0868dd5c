using System.Data;
using System.Globalization;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Unanswered;

namespace EngageBot.Onboarding;

/// <summary>Watches for crowds of new members where the bot is live: moderators are told of one once, and while it lasts nothing is sent to members.</summary>
internal sealed class RaidWatch(WriteSession session, RulesBook rules, ModeratorMessages moderators) : IVoice
{
    private const long Hour = 3_600_000;
    private const long Day = 24 * Hour;

    /// <summary>A crowd does not come within seconds, and to count everybody who came takes a while.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(30);

    private static readonly HotSql Live = new("SELECT id FROM own_communities WHERE live_since IS NOT NULL ORDER BY id");

    private static readonly HotSql Joins = new(
        """
        SELECT COALESCE(SUM(CASE WHEN joined_at > @day THEN 1 ELSE 0 END), 0), COALESCE(SUM(CASE WHEN joined_at > @day THEN 0 ELSE 1 END), 0)
        FROM members WHERE community = @community AND joined_at IS NOT NULL AND joined_at > @before AND joined_at <= @now AND is_bot = 0
        """,
        ("community", DbType.Int64),
        ("day", DbType.Int64),
        ("before", DbType.Int64),
        ("now", DbType.Int64));

    private static readonly HotSql Posts = new(
        $"""
        SELECT COUNT(*) FROM channels c
        JOIN messages m ON m.channel = c.id AND m.at > @since AND m.at <= @now
        JOIN members w ON w.id = m.author
        WHERE c.community = @community AND {PostSql.IsPost} AND {AuthorQuery.IsByNewcomer} = 1
        """,
        ("community", DbType.Int64),
        ("known", DbType.Int64),
        ("since", DbType.Int64),
        ("now", DbType.Int64));

    private static readonly HotSql Begin = new(
        "INSERT INTO raids (id, community, reason, counted, began_at) VALUES (@id, @community, @reason, @counted, @now)",
        ("id", DbType.Int64),
        ("community", DbType.Int64),
        ("reason", DbType.Int32),
        ("counted", DbType.Int64),
        ("now", DbType.Int64));

    /// <summary>While it is seen its end moves on.</summary>
    private static readonly HotSql Extend = new(
        "UPDATE raids SET ended_at = @ends WHERE community = @community AND id = (SELECT MAX(r.id) FROM raids r WHERE r.community = @community)",
        ("ends", DbType.Int64),
        ("community", DbType.Int64));

    private static readonly HotSql Lasting = new(
        "SELECT id FROM raids WHERE community = @community AND (ended_at IS NULL OR ended_at > @now) ORDER BY id DESC LIMIT 1",
        ("community", DbType.Int64),
        ("now", DbType.Int64));

    private static readonly HotSql Untold = new(
        $"""
        SELECT r.id, r.community, r.reason, r.counted FROM raids r
        JOIN own_communities k ON k.id = r.community
        WHERE r.began_at > @since AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.kind = {OutboxKind.Raid:D} AND o.subject = r.id)
        """,
        ("since", DbType.Int64));

    private readonly AuthorQuery _authors = new(session);
    private readonly KeySequence _keys = new("raids");

    private DateTimeOffset _lookedAt;

    public IReadOnlyList<OutboxKind> Kinds { get; } = [OutboxKind.Raid];

    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (now - _lookedAt < BetweenLooks)
        {
            return;
        }

        await session.OpenAsync(cancellationToken);
        var at = now.ToUnixTimeMilliseconds();
        foreach (var community in await LiveAsync(cancellationToken))
        {
            await LookAsync(community, at, cancellationToken);
        }

        foreach (var message in await UntoldAsync(at - Day, cancellationToken))
        {
            await moderators.AddAsync(message, now, cancellationToken);
        }

        _lookedAt = now;
    }

    public Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult<OutboxVerdict>(new OutboxVerdict.Say());

    /// <summary>Forgets everything in memory: to be called when a transaction was given up.</summary>
    public void Forget() => _lookedAt = default;

    /// <summary>While a crowd lasts nothing goes to members, except what moderators had said themselves.</summary>
    public async Task<OutboxVerdict> LetThroughAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken) =>
        !OutboxKinds.IsForModerators(entry.Kind) && entry.Kind is not (OutboxKind.Notice or OutboxKind.SignUp)
        && await session.NumberAsync(Lasting, cancellationToken, entry.Community, now.ToUnixTimeMilliseconds()) is not null
            ? new OutboxVerdict.Hold("Many new members came at once.")
            : new OutboxVerdict.Say();

    private async Task LookAsync(long community, long now, CancellationToken cancellationToken)
    {
        var facts = await FactsAsync(community, now, cancellationToken);
        if (RaidPolicy.Of(facts) is not (var reason and not RaidReason.None))
        {
            return;
        }

        if (await session.NumberAsync(Lasting, cancellationToken, community, now) is null)
        {
            await session.BeginAsync(cancellationToken);
            await session.ExecuteAsync(Begin, cancellationToken, await _keys.NextAsync(session, cancellationToken), community, (int)reason, reason == RaidReason.Posts ? facts.PostsInHour : facts.JoinedInDay, now);
        }

        await session.ExecuteAsync(Extend, cancellationToken, now + (long)RaidPolicy.Calm.TotalMilliseconds, community);
        await session.CommitAsync(cancellationToken);
    }

    private async Task<RaidFacts> FactsAsync(long community, long now, CancellationToken cancellationToken)
    {
        var known = await _authors.HistoryFromAsync(community, now, cancellationToken);
        var posts = await session.NumberAsync(Posts, cancellationToken, community, known, now - Hour, now) ?? 0;
        await using var reader = await session.ReadAsync(Joins, cancellationToken, community, now - Day, now - (31 * Day), now);
        await reader.ReadAsync(cancellationToken);
        return new RaidFacts(reader.GetInt64(0), reader.GetInt64(1), posts);
    }

    private async Task<IReadOnlyList<long>> LiveAsync(CancellationToken cancellationToken)
    {
        List<long> communities = [];
        await using var reader = await session.ReadAsync(Live, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            communities.Add(reader.GetInt64(0));
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
            var count = reader.GetInt64(3).ToString(CultureInfo.InvariantCulture);
            untold.Add(new ModeratorMessage
            {
                Community = reader.GetInt64(1),
                Kind = OutboxKind.Raid,
                Subject = reader.GetInt64(0),
                Text = (RaidReason)reader.GetInt32(2) == RaidReason.Posts ? texts.Of("raid.posts", ("count", count)) : texts.Of("raid.joins", ("count", count)),
                Reason = "Many new members came at once.",
                ValidFor = TimeSpan.FromDays(1),
            });
        }

        return untold;
    }
}
