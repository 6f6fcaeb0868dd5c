using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;

namespace EngageBot.Outbox.Contact;

/// <summary>
/// Gathers what <see cref="ContactPolicy"/> must know of a member who is to be contacted. Budgets and pauses count over all communities that his account is in and over the accounts
/// that he linked to it (<c>/engage link</c>), and so does leaving the bot on another platform; what never went out counts for nothing,
/// and what waits for a moderator's word holds nobody's place: it is asked about again when it is to be said.
/// </summary>
internal sealed class ContactBook(WriteSession session, RulesBook rules)
{
    private const long Day = 86_400_000;

    /// <summary>No budget looks back further.</summary>
    private const long LongestBudget = 14 * Day;

    /// <summary>What was planned so much before a moment cannot have been said after it: everything that waits expires sooner.</summary>
    private const long LongestWait = 60 * Day;

    /// <summary>When it was sent; before that when it was planned: what is to be sent has its place already.</summary>
    private const string AskedAt = "COALESCE(o.sent_at, o.claimed_at, n.planned_at)";

    private const string SaidAt = "COALESCE(o.sent_at, o.claimed_at, o.next_at, o.planned_at)";

    /// <summary>As Nudges/NudgeStep.cs numbers it.</summary>
    private const string IsAsk = "n.step = 1";

    private static readonly string WentOut =
        $"(o.sent_at IS NOT NULL OR o.state IN ({OutboxState.Planned:D}, {OutboxState.Claimed:D}, {OutboxState.Sent:D}, {OutboxState.Uncertain:D}))";

    /// <summary>As are all of a kind, until moderators have seen the first of it.</summary>
    private static readonly string WaitsForModerators =
        $"""
        (o.state = {OutboxState.Planned:D} AND EXISTS (
            SELECT 1 FROM approvals v JOIN outbox first ON first.id = v.entry AND first.state = {OutboxState.Planned:D}
            WHERE v.community = o.community AND v.kind = o.kind AND v.is_said IS NULL))
        """;

    private static readonly string Ask =
        $"""
        LEFT JOIN outbox o ON o.member = n.member AND o.post = n.post AND o.kind = {OutboxKind.Ask:D}
        """;

    private static readonly string Counts = $"{IsAsk} AND (o.id IS NULL OR {WentOut})";

    /// <summary>The accounts on other platforms that are the same person's, by the rows of their communities.</summary>
    private const string Linked =
        """
        SELECT b.id, b.opted_out_at FROM members a
        JOIN communities ak ON ak.id = a.community
        JOIN linked_accounts own ON own.platform = ak.platform AND own.platform_id = a.platform_id
        JOIN linked_accounts other ON other.person = own.person AND other.platform <> own.platform
        JOIN members b ON b.platform_id = other.platform_id
        JOIN communities bk ON bk.id = b.community AND bk.platform = other.platform
        WHERE a.id = @member
        """;

    /// <summary>All that are one person's: his account in every community, and those linked to it.</summary>
    private const string Accounts =
        $"""
        FROM (
            SELECT b.id, b.opted_out_at FROM members a
            JOIN communities ak ON ak.id = a.community
            JOIN members b ON b.platform_id = a.platform_id
            JOIN communities bk ON bk.id = b.community AND bk.platform = ak.platform
            WHERE a.id = @member
            UNION
            {Linked}
        ) b
        """;

    /// <summary>Most people have one account, and what is asked of one is found much sooner than what is asked of several.</summary>
    private const string OnlyAccount = "FROM (SELECT CAST(@member AS BIGINT) AS id) b";

    private static readonly HotSql HasOthers = new(
        """
        SELECT 1 FROM members a
        CROSS JOIN communities ak
        WHERE a.id = @member AND ak.id = a.community AND (
            EXISTS (SELECT 1 FROM members b CROSS JOIN communities bk WHERE b.platform_id = a.platform_id AND b.id <> a.id AND bk.id = b.community AND bk.platform = ak.platform)
            OR EXISTS (SELECT 1 FROM linked_accounts own WHERE own.platform = ak.platform AND own.platform_id = a.platform_id))
        """,
        ("member", DbType.Int64));

    private static readonly HotSql Person = PersonOf(OnlyAccount, "m.opted_out_at");
    private static readonly HotSql PersonOfAll = PersonOf(Accounts, $"COALESCE(m.opted_out_at, (SELECT MAX(l.opted_out_at) FROM ({Linked}) l))");
    private static readonly HotSql OfAccount = ContactsOf(OnlyAccount);
    private static readonly HotSql OfAccounts = ContactsOf(Accounts);

    private static readonly HotSql OfCommunity = new(
        $"""
        SELECT {AskedAt}, {OutboxKind.Ask:D} FROM nudges n {Ask}
        WHERE n.community = @community AND n.planned_at > @since AND NOT (n.post = @post AND n.member = @member) AND {AskedAt} > @since AND {Counts}
        """,
        ("community", DbType.Int64),
        ("post", DbType.Int64),
        ("member", DbType.Int64),
        ("since", DbType.Int64));

    private static readonly HotSql WasOffered = new(
        $"SELECT 1 {Accounts} JOIN outbox o ON o.member = b.id WHERE o.kind = @kind AND o.id <> @entry AND o.sent_at IS NOT NULL LIMIT 1",
        ("member", DbType.Int64),
        ("kind", DbType.Int32),
        ("entry", DbType.Int64));

    private static readonly HotSql PlaceOf = new(
        """
        SELECT c.name, c.platform_id FROM channels c
        WHERE c.id = COALESCE((SELECT m.channel FROM messages m WHERE m.id = @post), (SELECT o.channel FROM outbox o WHERE o.id = @entry))
        """,
        ("post", DbType.Int64),
        ("entry", DbType.Int64));

    private readonly CommunitySizes _sizes = new(session);

    /// <summary>Asks together what will be asked of members one by one, whether they may be asked about a post now.</summary>
    public async ValueTask ForeseeAsync(IEnumerable<long> members, long post, long community, long now, CancellationToken cancellationToken)
    {
        if (session.IsFar)
        {
            var isLimited = await AsksPerDayAsync(community, now, cancellationToken) < int.MaxValue;
            await session.ForeseeAsync(members.SelectMany(member => Of(new ContactRequest(ContactKind.Ask, member) { Post = post }, isLimited ? community : null, now)), cancellationToken);
        }
    }

    /// <summary>Whether a member may be asked about a post now. That he was to be asked about this very post does not count against it.</summary>
    public Task<ContactDecision> DecideAsync(long member, long post, long now, CancellationToken cancellationToken) =>
        DecideAsync(new ContactRequest(ContactKind.Ask, member) { Post = post }, now, cancellationToken);

    /// <summary>Whether a member may be contacted now.</summary>
    public async Task<ContactDecision> DecideAsync(ContactRequest request, long now, CancellationToken cancellationToken)
    {
        ContactPerson person;
        Platform platform;
        bool isLive;
        long community;
        var hasOthers = await session.NumberAsync(HasOthers, cancellationToken, request.Member) is not null;
        await using (var reader = await session.ReadAsync(hasOthers ? PersonOfAll : Person, cancellationToken, request.Member, (int)request.Kind))
        {
            if (!await reader.ReadAsync(cancellationToken))
            {
                return new ContactDecision.Never(ContactReason.Left);
            }

            person = new ContactPerson
            {
                IsBot = reader.GetInt32(0) != 0,
                HasOptedOut = !reader.IsDBNull(1),
                Agreement = request.Agreement ?? AgreementOf(request.Kind, reader),
                PausedUntil = MomentOf(reader, 6),
                HasAnsweredOnce = !reader.IsDBNull(7),
                HasLeft = !reader.IsDBNull(9),
                TimedOutUntil = MomentOf(reader, 10),
                TimeZone = reader.IsDBNull(11) ? null : reader.GetString(11),
                DoNotDisturbUntil = request.Presence.DoNotDisturbUntil,
                IsAway = request.Presence.IsAway,
                OwnHours = !reader.IsDBNull(12) && HoursText.TryReadWithin(reader.GetString(12), HoursText.NoZone, out var hours) ? hours : null,
            };
            (platform, isLive, community) = ((Platform)reader.GetInt32(3), !reader.IsDBNull(4), reader.GetInt64(5));
        }

        var facts = new ContactFacts
        {
            Kind = request.Kind,
            Platform = platform,
            Person = person with { Agreement = await HeededAsync(request, person.Agreement, cancellationToken) },
            History = HistoryOf(await ContactsAsync(hasOthers ? OfAccounts : OfAccount, cancellationToken, request.Member, request.Post, request.Entry, now - LongestBudget), platform),
            Community = await CommunityAsync(community, isLive, request, now, cancellationToken),
        };
        return ContactPolicy.Decide(facts, Moment(now));
    }

    /// <summary>Who helps agreed to be asked, and to hear what came of it.</summary>
    private static ContactAgreement AgreementOf(ContactKind kind, DbDataReader reader) => kind is ContactKind.Ask or ContactKind.Thanks
        ? reader.IsDBNull(2) ? ContactAgreement.NotAsked : ContactAgreement.Agreed
        : reader.IsDBNull(8) ? ContactAgreement.NotAsked : reader.GetInt32(8) != 0 ? ContactAgreement.Agreed : ContactAgreement.Declined;

    /// <summary>How many more may be asked in a community today.</summary>
    public async Task<int> LeftTodayAsync(long community, long now, CancellationToken cancellationToken)
    {
        if (!rules.Of(community).IsLiveSomewhere(LiveStep.Asks))
        {
            return 0;
        }

        var facts = await CommunityAsync(community, isLive: true, new ContactRequest(ContactKind.Ask, Member: 0), now, cancellationToken);
        return facts.AsksPerDay == int.MaxValue ? int.MaxValue : facts.AsksPerDay - facts.Asks.Count;
    }

    /// <summary>What was offered once and not taken up is not wanted.</summary>
    private async Task<ContactAgreement> HeededAsync(ContactRequest request, ContactAgreement said, CancellationToken cancellationToken)
    {
        var form = request.Kind switch { ContactKind.YourTurn => OutboxKind.YourTurn, ContactKind.PromoterNote => OutboxKind.PromoterNote, _ => default };
        return said == ContactAgreement.NotAsked && form != default && await session.NumberAsync(WasOffered, cancellationToken, request.Member, (int)form, request.Entry) is not null
            ? ContactAgreement.Declined
            : said;
    }

    private async Task<ContactCommunity> CommunityAsync(long community, bool isLive, ContactRequest request, long now, CancellationToken cancellationToken)
    {
        var own = rules.Of(community);
        var perDay = await AsksPerDayAsync(community, now, cancellationToken);
        return new ContactCommunity
        {
            IsLive = isLive,
            IsKindOn = await IsOnAsync(request, own, cancellationToken),
            QuietHours = own.QuietHours,
            AsksPerDay = perDay,
            Asks = perDay == int.MaxValue ? [] : [.. (await ContactsAsync(OfCommunity, cancellationToken, community, request.Post, request.Member, now - Day)).Select(ask => ask.At)],
            BetweenAsks = own.BetweenAsks,
        };
    }

    private async ValueTask<int> AsksPerDayAsync(long community, long now, CancellationToken cancellationToken) =>
        rules.Of(community).AsksPerDay ?? rules.Of(community).AsksPerDayFor(await _sizes.OfAsync(community, now, cancellationToken));

    /// <summary>What is asked of nearly everybody.</summary>
    private static IEnumerable<Question> Of(ContactRequest request, long? community, long now)
    {
        yield return new Question(HasOthers, request.Member);
        yield return new Question(Person, request.Member, (int)request.Kind);
        yield return new Question(OfAccount, request.Member, request.Post, request.Entry, now - LongestBudget);
        if (community is not null)
        {
            yield return new Question(OfCommunity, community, request.Post, request.Member, now - Day);
        }
    }

    /// <summary>Whether the step is live in the channel that it is about; in any, where that is not known.</summary>
    private async Task<bool> IsOnAsync(ContactRequest request, CommunityRules own, CancellationToken cancellationToken)
    {
        if (own.Steps.Count == 0 || StepChoice.Of(request.Kind) is not { } step)
        {
            return true;
        }

        await using var reader = await session.ReadAsync(PlaceOf, cancellationToken, request.Post, request.Entry);
        return await reader.ReadAsync(cancellationToken) ? own.IsLive(step, reader.GetString(0), reader.GetString(1)) : own.IsLiveSomewhere(step);
    }

    private static ContactHistory HistoryOf(IReadOnlyList<(DateTimeOffset At, OutboxKind Form)> contacts, Platform platform)
    {
        IReadOnlyList<DateTimeOffset> Of(Func<ContactKind, bool> counts) => [.. contacts.Where(contact => OutboxKinds.ContactOf(contact.Form) is { } kind && counts(kind)).Select(contact => contact.At)];
        return new ContactHistory
        {
            Nudges = Of(ContactPolicy.IsNudge),
            Asks = Of(kind => kind == ContactKind.Ask),
            Notes = Of(kind => kind == ContactKind.PromoterNote),
            Bundles = platform == Platform.Slack ? Of(_ => true) : [],
        };
    }

    private async Task<IReadOnlyList<(DateTimeOffset At, OutboxKind Form)>> ContactsAsync(HotSql sql, CancellationToken cancellationToken, params object?[] values)
    {
        List<(DateTimeOffset, OutboxKind)> contacts = [];
        await using var reader = await session.ReadAsync(sql, cancellationToken, values);
        while (await reader.ReadAsync(cancellationToken))
        {
            contacts.Add((Moment(reader.GetInt64(0)), (OutboxKind)reader.GetInt32(1)));
        }

        return contacts;
    }

    private static HotSql PersonOf(string accounts, string optedOutAt) => new(
        $"""
        SELECT m.is_bot, {optedOutAt}, s.helps_since, k.platform, k.live_since, m.community,
            (SELECT MAX(t.paused_until) {accounts} JOIN member_settings t ON t.member = b.id),
            (SELECT 1 {accounts} JOIN nudges n ON n.member = b.id AND n.replied_at IS NOT NULL LIMIT 1),
            (SELECT g.is_agreed FROM agreements g WHERE g.member = m.id AND g.kind = @kind),
            m.left_at, m.timed_out_until, COALESCE(s.time_zone, m.time_zone), s.own_hours
        FROM members m
        JOIN communities k ON k.id = m.community
        LEFT JOIN member_settings s ON s.member = m.id
        WHERE m.id = @member
        """,
        ("member", DbType.Int64),
        ("kind", DbType.Int32));

    private static HotSql ContactsOf(string accounts) => new(
        $"""
        SELECT {AskedAt} AS at, {OutboxKind.Ask:D} AS kind {accounts} JOIN nudges n ON n.member = b.id AND n.planned_at > @since - {LongestWait} {Ask}
        WHERE n.post <> @post AND {AskedAt} > @since AND {Counts} AND (o.id IS NULL OR NOT {WaitsForModerators})
        UNION ALL
        SELECT {SaidAt} AS at, o.kind AS kind {accounts} JOIN outbox o ON o.member = b.id AND o.planned_at > @since - {LongestWait}
        WHERE o.kind <> {OutboxKind.Ask:D} AND o.kind < {OutboxKind.Joined:D} AND o.id <> @entry AND {SaidAt} > @since AND {WentOut} AND NOT {WaitsForModerators}
        """,
        ("member", DbType.Int64),
        ("post", DbType.Int64),
        ("entry", DbType.Int64),
        ("since", DbType.Int64));

    private static DateTimeOffset? MomentOf(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : Moment(reader.GetInt64(column));

    private static DateTimeOffset Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
