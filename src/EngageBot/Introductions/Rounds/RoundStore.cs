using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Introductions.Proposals;
using EngageBot.Outbox;

namespace EngageBot.Introductions.Rounds;

/// <summary>The tables of rounds, as the half that speaks reads and writes them.</summary>
internal sealed class RoundStore(WriteSession session)
{
    private const long Day = 86_400_000;

    /// <summary>Who may not be written to at once is told a day before all the same.</summary>
    private const long Ahead = 2 * Day;

    /// <summary>By a community <c>k</c> and its schedule <c>s</c>: where moderators did not say, in a community of more than 10,000 people.</summary>
    public const string IsPerInterest = $"COALESCE(s.per_interest, CASE WHEN {CommunitySize.AsFarAsItMatters} > 10000 THEN 1 ELSE 0 END)";

    private static readonly HotSql Due = new(
        """
        SELECT s.community, s.every_days, s.group_size, s.next_at FROM round_schedules s
        JOIN own_communities k ON k.id = s.community AND k.live_since IS NOT NULL
        WHERE s.stopped_at IS NULL AND s.next_at <= @until
        """,
        ("until", DbType.Int64));

    private static readonly HotSql Add = new(
        $"INSERT INTO rounds (id, community, at, group_size, state) VALUES (@id, @community, @at, @size, {RoundState.Announced:D})",
        ("id", DbType.Int64),
        ("community", DbType.Int64),
        ("at", DbType.Int64),
        ("size", DbType.Int32));

    private static readonly HotSql AddPeople = new(
        $"""
        INSERT INTO round_people (round, member, is_left_out)
        SELECT @round, w.id, 0 FROM members w JOIN agreements g ON g.member = w.id AND g.kind = {ContactKind.Round:D} AND g.is_agreed = 1
        WHERE w.community = @community AND w.is_bot = 0 AND w.opted_out_at IS NULL
        """,
        ("round", DbType.Int64),
        ("community", DbType.Int64));

    private static readonly HotSql MoveOn = new("UPDATE round_schedules SET next_at = @next WHERE community = @community", ("next", DbType.Int64), ("community", DbType.Int64));

    private static readonly HotSql SetState = new("UPDATE rounds SET state = @state WHERE id = @id", ("state", DbType.Int32), ("id", DbType.Int64));

    private static readonly HotSql LeaveOut = new(
        "UPDATE round_people SET is_left_out = 1 WHERE round = @round AND member = @member",
        ("round", DbType.Int64),
        ("member", DbType.Int64));

    private static readonly string IsOfInterest = $"(r.state = {RoundState.Announced:D} OR r.at > @since) AND r.community IN (SELECT own.id FROM own_communities own)";
    private static readonly HotSql UnderWay = new(Rounds(IsOfInterest), ("since", DbType.Int64));
    private static readonly HotSql PeopleUnderWay = new(People(IsOfInterest), ("since", DbType.Int64));
    private static readonly HotSql One = new(Rounds("r.id = @id"), ("id", DbType.Int64));
    private static readonly HotSql PeopleOfOne = new(People("r.id = @id"), ("id", DbType.Int64));

    private readonly KeySequence _keys = new("rounds");

    /// <summary>Announces the rounds that are due, each in a transaction of its own; none sooner than a day from now.</summary>
    public async Task AnnounceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var at = now.ToUnixTimeMilliseconds();
        List<(long Community, int EveryDays, int Size, long NextAt)> due = [];
        await using (var reader = await session.ReadAsync(Due, cancellationToken, at + Ahead))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                due.Add((reader.GetInt64(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt64(3)));
            }
        }

        foreach (var (community, everyDays, size, nextAt) in due)
        {
            var time = Math.Max(nextAt, at + Day);
            await session.BeginAsync(cancellationToken);
            var id = await _keys.NextAsync(session, cancellationToken);
            await session.ExecuteAsync(Add, cancellationToken, id, community, time, size);
            await session.ExecuteAsync(AddPeople, cancellationToken, id, community);
            await session.ExecuteAsync(MoveOn, cancellationToken, time + (everyDays * Day), community);
            await session.CommitAsync(cancellationToken);
        }
    }

    /// <summary>Those that are announced, and those since a moment.</summary>
    public Task<IReadOnlyList<StoredRound>> UnderWayAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        ReadAsync(UnderWay, PeopleUnderWay, since.ToUnixTimeMilliseconds(), cancellationToken);

    public async Task<StoredRound?> FindAsync(long id, CancellationToken cancellationToken) => await ReadAsync(One, PeopleOfOne, id, cancellationToken) is [var one] ? one : null;

    public async Task SetStateAsync(long round, RoundState state, CancellationToken cancellationToken) => await session.ExecuteAsync(SetState, cancellationToken, (int)state, round);

    public async Task LeaveOutAsync(long round, long member, CancellationToken cancellationToken) => await session.ExecuteAsync(LeaveOut, cancellationToken, round, member);

    private static string Rounds(string where) =>
        $"""
        SELECT r.id, r.community, k.live_since, r.at, r.group_size, r.state, (SELECT MIN(c.id) FROM channels c WHERE c.community = r.community), {IsPerInterest}
        FROM rounds r JOIN communities k ON k.id = r.community LEFT JOIN round_schedules s ON s.community = r.community
        WHERE {where} ORDER BY r.at, r.id
        """;

    private static string People(string where) =>
        $"""
        SELECT r.id, p.member, p.skipped_at, p.is_left_out, w.is_bot, w.opted_out_at, g.is_agreed, t.paused_until, o.id, o.state, o.text, o.unwanted_at
        FROM rounds r
        JOIN round_people p ON p.round = r.id
        JOIN members w ON w.id = p.member
        LEFT JOIN agreements g ON g.member = p.member AND g.kind = {ContactKind.Round:D}
        LEFT JOIN member_settings t ON t.member = p.member
        LEFT JOIN outbox o ON o.kind = {OutboxKind.RoundNotice:D} AND o.subject = r.id AND COALESCE(o.member, 0) = COALESCE(p.member, 0)
        WHERE {where} ORDER BY r.id, p.member
        """;

    private async Task<IReadOnlyList<StoredRound>> ReadAsync(HotSql rounds, HotSql people, long value, CancellationToken cancellationToken)
    {
        List<StoredRound> found = [];
        await using (var reader = await session.ReadAsync(rounds, cancellationToken, value))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                found.Add(Round(reader));
            }
        }

        if (found.Count == 0)
        {
            return found;
        }

        List<(long Round, RoundPerson Person)> all = [];
        await using (var reader = await session.ReadAsync(people, cancellationToken, value))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                all.Add((reader.GetInt64(0), Person(reader)));
            }
        }

        var byRound = all.ToLookup(one => one.Round, one => one.Person);
        return [.. found.Select(round => round with { People = [.. byRound[round.Id]] })];
    }

    private static StoredRound Round(DbDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        Community = reader.GetInt64(1),
        IsLive = !reader.IsDBNull(2),
        At = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3)),
        GroupSize = reader.GetInt32(4),
        State = (RoundState)reader.GetInt32(5),
        Channel = reader.IsDBNull(6) ? 0 : reader.GetInt64(6),
        IsPerInterest = reader.GetInt32(7) == 1,
        People = [],
    };

    private static RoundPerson Person(DbDataReader reader) => new()
    {
        Member = reader.GetInt64(1),
        Skips = !reader.IsDBNull(2),
        IsLeftOut = reader.GetInt32(3) != 0,
        IsWilling = reader.GetInt32(4) == 0 && reader.IsDBNull(5) && !reader.IsDBNull(6) && reader.GetInt32(6) != 0,
        PausedUntil = reader.IsDBNull(7) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(7)),
        Notice = reader.IsDBNull(8) ? null : new SaidMessage(reader.GetInt64(8), (OutboxState)reader.GetInt32(9), reader.GetString(10), !reader.IsDBNull(11)),
    };
}
