using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Outbox.Contact;

namespace EngageBot.Introductions.Proposals;

/// <summary>Asks the store for introductions that there may be something to do about.</summary>
internal sealed class IntroductionQuery(WriteSession session)
{
    /// <summary>So many that stand are looked at in one turn.</summary>
    public const int AtOnce = 200;

    private static readonly string IsDue =
        $"""
        i.community IN (SELECT own.id FROM own_communities own)
        AND (i.state IN ({IntroductionState.Proposed:D}, {IntroductionState.Agreed:D}) OR (i.state = {IntroductionState.Opened:D} AND i.opened_at > @since AND i.opened_at <= @until
            AND EXISTS (
                SELECT 1 FROM introduction_people q JOIN members u ON u.id = q.member AND u.is_bot = 0 AND u.opted_out_at IS NULL
                WHERE q.introduction = i.id
                    AND NOT EXISTS (SELECT 1 FROM outbox a WHERE a.kind = {OutboxKind.FollowUp:D} AND a.subject = i.id AND COALESCE(a.member, 0) = COALESCE(q.member, 0)))))
        """;

    private static readonly string IsStanding =
        $"""
        i.id IN (
            SELECT s.id FROM introductions s
            WHERE s.state = {IntroductionState.Opened:D} AND s.opened_at > @since AND s.id > @after AND s.community IN (SELECT own.id FROM own_communities own) ORDER BY s.id LIMIT {AtOnce})
        """;

    private static readonly (HotSql Introductions, HotSql People) Due = By(IsDue, ("since", DbType.Int64), ("until", DbType.Int64));
    private static readonly (HotSql Introductions, HotSql People) Standing = By(IsStanding, ("since", DbType.Int64), ("after", DbType.Int64));
    private static readonly HotSql TopicChannels = new(
        """
        SELECT k.platform, k.platform_id, x.platform_id
        FROM introductions i
        JOIN communities k ON k.id = i.community
        JOIN channels x ON x.community = i.community AND i.topic_channels LIKE '%,' || x.id || ',%'
        WHERE i.id = @id AND i.topics <> ''
        """,
        ("id", DbType.Int64));

    private static readonly (HotSql Introductions, HotSql People) One = By("i.id = @id", ("id", DbType.Int64));

    /// <summary>Those about which people are asked, or find a place, and those about which nobody was asked yet what came of it. Moments are unix milliseconds.</summary>
    /// <param name="since">Nobody is asked what came of what was opened before.</param>
    /// <param name="until">What was opened later is too young to be asked about.</param>
    public Task<IReadOnlyList<StoredIntroduction>> DueAsync(long since, long until, CancellationToken cancellationToken) => ReadAsync(Due, cancellationToken, since, until);

    /// <summary>The next few of those that were opened since a moment: there is mostly nothing to do about them but to see that what stands is still so.</summary>
    /// <param name="after">The key of the last one that was looked at; 0 for none.</param>
    public Task<IReadOnlyList<StoredIntroduction>> StandingAsync(long since, long after, CancellationToken cancellationToken) => ReadAsync(Standing, cancellationToken, since, after);

    /// <summary>Where the words were written that an introduction gives as its reason.</summary>
    public async Task<IReadOnlyList<ChannelId>> TopicChannelsAsync(long id, CancellationToken cancellationToken)
    {
        List<ChannelId> channels = [];
        await using var reader = await session.ReadAsync(TopicChannels, cancellationToken, id);
        while (await reader.ReadAsync(cancellationToken))
        {
            channels.Add(new ChannelId(new CommunityId((Platform)reader.GetInt32(0), reader.GetString(1)), reader.GetString(2)));
        }

        return channels;
    }

    /// <summary>Null for one that there is not.</summary>
    public async Task<StoredIntroduction?> FindAsync(long id, CancellationToken cancellationToken) => (await ReadAsync(One, cancellationToken, id)) is [var one] ? one : null;

    private static (HotSql Introductions, HotSql People) By(string where, params (string Name, DbType Type)[] parameters) => (new(Introductions(where), parameters), new(People(where), parameters));

    private static string Introductions(string where) =>
        $"""
        SELECT i.id, i.community, k.platform, k.live_since, i.occasion, i.state, {TopicsForAll}, i.about, i.channel, i.planned_at, i.opened_at,
            {Has("never_pairs")}, {Has("known_pairs")}, o.id, o.state, o.text, o.unwanted_at, o.sent_at, o.message, o.message_spelled, COALESCE(o.message_channel, c.platform_id), k.platform_id, h.name
        FROM introductions i
        JOIN communities k ON k.id = i.community
        JOIN channels c ON c.id = i.channel
        LEFT JOIN channels h ON h.id = i.shared_channel AND h.visibility = {ChannelVisibility.Everyone:D}
        LEFT JOIN outbox o ON o.kind = {OutboxKind.Introduction:D} AND o.subject = i.id AND COALESCE(o.member, 0) = 0
        WHERE {where}
        ORDER BY i.id
        """;

    /// <summary>Those that were written where not everybody can read any more are nobody's.</summary>
    private static string TopicsForAll =>
        $"""
        CASE WHEN EXISTS (
            SELECT 1 FROM channels x
            WHERE x.community = i.community AND x.visibility <> {ChannelVisibility.Everyone:D} AND i.topic_channels LIKE '%,' || x.id || ',%') THEN '' ELSE i.topics END
        """;

    private static string Has(string pairs) =>
        $"""
        CASE WHEN EXISTS (
            SELECT 1 FROM introduction_people one JOIN introduction_people other ON other.introduction = one.introduction AND other.member > one.member
            JOIN {pairs} pair ON pair.one = one.member AND pair.other = other.member
            WHERE one.introduction = i.id) THEN 1 ELSE 0 END
        """;

    /// <summary>What is not for everybody to read any more shows nothing. Both sides of a member are spelled as the index has him, or SQLite does not use it for him.</summary>
    private static string People(string where) =>
        $"""
        SELECT i.id, p.member, w.platform_id, k.platform, k.platform_id, w.name, CASE WHEN w.is_bot <> 0 OR w.opted_out_at IS NOT NULL THEN 1 ELSE 0 END,
            CASE WHEN g.is_agreed = 0 AND g.at <= p.answered_at THEN NULL ELSE g.is_agreed END, p.answer, p.outcome,
            m.id, c.platform_id, m.thread, m.number, m.spelled, m.text,
            o.id, o.state, o.text, o.unwanted_at, o.sent_at, f.id, f.state, f.text, f.unwanted_at
        FROM introductions i
        JOIN introduction_people p ON p.introduction = i.id
        JOIN members w ON w.id = p.member
        JOIN communities k ON k.id = i.community
        LEFT JOIN agreements g ON g.member = p.member AND g.kind = CASE WHEN i.occasion = {IntroductionOccasion.Round:D} THEN {ContactKind.Round:D} ELSE {ContactKind.Introduction:D} END
        LEFT JOIN messages m ON m.id = p.post AND m.deleted_at IS NULL AND m.author = p.member
            AND EXISTS (SELECT 1 FROM channels v WHERE v.id = m.channel AND v.visibility = {ChannelVisibility.Everyone:D})
        LEFT JOIN channels c ON c.id = m.channel
        LEFT JOIN outbox o ON o.kind = {OutboxKind.Proposal:D} AND o.subject = i.id AND COALESCE(o.member, 0) = COALESCE(p.member, 0)
        LEFT JOIN outbox f ON f.kind = {OutboxKind.FollowUp:D} AND f.subject = i.id AND COALESCE(f.member, 0) = COALESCE(p.member, 0)
        WHERE {where}
        ORDER BY i.id, p.place
        """;

    private async Task<IReadOnlyList<StoredIntroduction>> ReadAsync((HotSql Introductions, HotSql People) query, CancellationToken cancellationToken, params object?[] values)
    {
        List<StoredIntroduction> found = [];
        await using (var reader = await session.ReadAsync(query.Introductions, cancellationToken, values))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                found.Add(Introduction(reader));
            }
        }

        if (found.Count == 0)
        {
            return found;
        }

        List<(long Introduction, IntroducedPerson Person)> all = [];
        await using (var reader = await session.ReadAsync(query.People, cancellationToken, values))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                all.Add((reader.GetInt64(0), Person(reader)));
            }
        }

        var byIntroduction = all.ToLookup(one => one.Introduction, one => one.Person);
        return [.. found.Select(introduction => introduction with { People = [.. byIntroduction[introduction.Id]] })];
    }

    private static StoredIntroduction Introduction(DbDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        Community = reader.GetInt64(1),
        Platform = (Platform)reader.GetInt32(2),
        IsLive = !reader.IsDBNull(3),
        Occasion = (IntroductionOccasion)reader.GetInt32(4),
        State = (IntroductionState)reader.GetInt32(5),
        Topics = reader.GetString(6),
        SharedChannel = reader.IsDBNull(22) ? null : reader.GetString(22),
        About = reader.IsDBNull(7) ? null : reader.GetString(7),
        Channel = reader.GetInt64(8),
        PlannedAt = Moment(reader, 9)!.Value,
        OpenedAt = Moment(reader, 10),
        IsNever = reader.GetInt32(11) != 0,
        IsKnown = reader.GetInt32(12) != 0,
        Opening = Said(reader, 13),
        OpeningSentAt = Moment(reader, 17),
        Place = PlaceOf(reader),
        People = [],
    };

    private static MessagePlace? PlaceOf(DbDataReader reader) => reader.IsDBNull(18) || reader.IsDBNull(20) ? null : new MessagePlace(
        new ChannelId(new CommunityId((Platform)reader.GetInt32(2), reader.GetString(21)), reader.GetString(20)),
        Thread: null,
        new MessageId(reader.GetInt64(18), reader.IsDBNull(19) ? null : reader.GetString(19)));

    private static IntroducedPerson Person(DbDataReader reader)
    {
        var community = new CommunityId((Platform)reader.GetInt32(3), reader.GetString(4));
        var (proposal, followUp) = (Said(reader, 16), Said(reader, 21));
        return new IntroducedPerson
        {
            State = new ProposalPerson
            {
                Member = reader.GetInt64(1),
                IsOut = reader.GetInt32(6) != 0,
                Agreement = reader.IsDBNull(7) ? ContactAgreement.NotAsked : reader.GetInt32(7) != 0 ? ContactAgreement.Agreed : ContactAgreement.Declined,
                Answer = reader.IsDBNull(8) ? null : (ProposalAnswer)reader.GetInt32(8),
                Asked = proposal is { IsUnwanted: true } ? OutboxState.Withdrawn : proposal?.State,
                AskedAt = Moment(reader, 20),
            },
            Id = new MemberId(community, reader.GetString(2)),
            Name = reader.GetString(5),
            Outcome = reader.IsDBNull(9) ? null : (IntroductionOutcome)reader.GetInt32(9),
            Post = reader.IsDBNull(10) ? null : Post(reader, community),
            Proposal = proposal,
            FollowUp = followUp,
        };
    }

    private static IntroducedPost Post(DbDataReader reader, CommunityId community) => new(
        reader.GetInt64(10),
        new MessagePlace(
            new ChannelId(community, reader.GetString(11)),
            reader.IsDBNull(12) ? null : new MessageId(reader.GetInt64(12)),
            new MessageId(reader.GetInt64(13), reader.IsDBNull(14) ? null : reader.GetString(14))),
        reader.IsDBNull(15) ? null : reader.GetString(15));

    private static SaidMessage? Said(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : new SaidMessage(
        reader.GetInt64(column), (OutboxState)reader.GetInt32(column + 1), reader.GetString(column + 2), !reader.IsDBNull(column + 3));

    private static DateTimeOffset? Moment(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));
}
