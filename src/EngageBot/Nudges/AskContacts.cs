using System.Data;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Outbox.Contact;

namespace EngageBot.Nudges;

/// <summary>
/// Gathers what <see cref="ContactPolicy"/> must know of a member who could be asked. Budgets count over all communities that his account is in; an ask that never went out
/// counts for nothing.
/// </summary>
internal sealed class AskContacts(WriteSession session, RulesBook rules)
{
    private const long Day = 86_400_000;

    /// <summary>When it was sent; before that when it was planned: what is to be sent has its place already.</summary>
    private const string AskedAt = "COALESCE(o.sent_at, o.claimed_at, n.planned_at)";

    private static readonly string Ask =
        $"""
        LEFT JOIN outbox o ON o.member = n.member AND o.post = n.post AND o.kind = {OutboxKind.Ask:D}
        """;

    private static readonly string Counts =
        $"(o.id IS NULL OR o.sent_at IS NOT NULL OR o.state IN ({OutboxState.Planned:D}, {OutboxState.Claimed:D}, {OutboxState.Sent:D}, {OutboxState.Uncertain:D}))";

    private const string Accounts =
        """
        FROM members a
        JOIN communities ak ON ak.id = a.community
        JOIN members b ON b.platform_id = a.platform_id
        JOIN communities bk ON bk.id = b.community AND bk.platform = ak.platform
        """;

    private static readonly HotSql Person = new(
        $"""
        SELECT m.is_bot, m.opted_out_at, s.helps_since, k.platform, k.live_since, m.community,
            (SELECT MAX(t.paused_until) {Accounts} JOIN member_settings t ON t.member = b.id WHERE a.id = m.id),
            (SELECT MIN(n.replied_at) {Accounts} JOIN nudges n ON n.member = b.id WHERE a.id = m.id),
            m.time_zone
        FROM members m
        JOIN communities k ON k.id = m.community
        LEFT JOIN member_settings s ON s.member = m.id
        WHERE m.id = @member
        """,
        ("member", DbType.Int64));

    private static readonly HotSql OfAccount = new(
        $"SELECT {AskedAt} {Accounts} JOIN nudges n ON n.member = b.id {Ask} WHERE a.id = @member AND n.post <> @post AND {AskedAt} > @since AND {Counts}",
        ("member", DbType.Int64),
        ("post", DbType.Int64),
        ("since", DbType.Int64));

    private static readonly HotSql OfCommunity = new(
        $"""
        SELECT {AskedAt} FROM nudges n {Ask}
        WHERE n.community = @community AND n.planned_at > @since AND n.step = {(int)NudgeStep.Ask:D} AND NOT (n.post = @post AND n.member = @member)
            AND {AskedAt} > @since AND {Counts}
        """,
        ("community", DbType.Int64),
        ("post", DbType.Int64),
        ("member", DbType.Int64),
        ("since", DbType.Int64));

    private static readonly HotSql People = new(
        "SELECT COUNT(*) FROM (SELECT 1 AS one FROM members WHERE community = @community AND is_bot = 0 LIMIT 10001) counted",
        ("community", DbType.Int64));

    /// <summary>Whether a member may be asked about a post now. That he was to be asked about this very post does not count against it.</summary>
    public Task<ContactDecision> DecideAsync(long member, long post, long now, CancellationToken cancellationToken) => DecideAsync(member, post, now, presence: default, cancellationToken);

    /// <param name="presence">What the platform tells of him now.</param>
    public async Task<ContactDecision> DecideAsync(long member, long post, long now, MemberPresence presence, CancellationToken cancellationToken)
    {
        ContactPerson person;
        Platform platform;
        bool isLive;
        long community;
        await using (var reader = await session.ReadAsync(Person, cancellationToken, member))
        {
            if (!await reader.ReadAsync(cancellationToken))
            {
                return new ContactDecision.Never(ContactReason.Left);
            }

            person = new ContactPerson
            {
                IsBot = reader.GetInt32(0) != 0,
                HasOptedOut = !reader.IsDBNull(1),
                Agreement = reader.IsDBNull(2) ? ContactAgreement.NotAsked : ContactAgreement.Agreed,
                PausedUntil = reader.IsDBNull(6) ? null : Moment(reader.GetInt64(6)),
                HasAnsweredOnce = !reader.IsDBNull(7),
                DoNotDisturbUntil = presence.DoNotDisturbUntil,
                IsAway = presence.IsAway,
                TimeZone = reader.IsDBNull(8) ? null : reader.GetString(8),
            };
            (platform, isLive, community) = ((Platform)reader.GetInt32(3), !reader.IsDBNull(4), reader.GetInt64(5));
        }

        var nudges = await TimesAsync(OfAccount, cancellationToken, member, post, now - (7 * Day));
        var facts = new ContactFacts
        {
            Kind = ContactKind.Ask,
            Platform = platform,
            Person = person,
            History = new ContactHistory { Nudges = nudges, Asks = nudges, Bundles = nudges },
            Community = await CommunityAsync(community, isLive, post, member, now, cancellationToken),
        };
        return ContactPolicy.Decide(facts, Moment(now));
    }

    /// <summary>How many more may be asked in a community today.</summary>
    public async Task<int> LeftTodayAsync(long community, long now, CancellationToken cancellationToken)
    {
        var facts = await CommunityAsync(community, isLive: true, post: 0, member: 0, now, cancellationToken);
        return facts.AsksPerDay == int.MaxValue ? int.MaxValue : facts.AsksPerDay - facts.Asks.Count;
    }

    private async Task<ContactCommunity> CommunityAsync(long community, bool isLive, long post, long member, long now, CancellationToken cancellationToken)
    {
        var own = rules.Of(community);
        var perDay = own.AsksPerDay ?? own.AsksPerDayFor(await session.NumberAsync(People, cancellationToken, community) ?? 0);
        return new ContactCommunity
        {
            IsLive = isLive,
            QuietHours = own.QuietHours,
            AsksPerDay = perDay,
            Asks = perDay == int.MaxValue ? [] : await TimesAsync(OfCommunity, cancellationToken, community, post, member, now - Day),
            BetweenAsks = own.BetweenAsks,
        };
    }

    private async Task<IReadOnlyList<DateTimeOffset>> TimesAsync(HotSql sql, CancellationToken cancellationToken, params object?[] values)
    {
        List<DateTimeOffset> times = [];
        await using var reader = await session.ReadAsync(sql, cancellationToken, values);
        while (await reader.ReadAsync(cancellationToken))
        {
            times.Add(Moment(reader.GetInt64(0)));
        }

        return times;
    }

    private static DateTimeOffset Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
