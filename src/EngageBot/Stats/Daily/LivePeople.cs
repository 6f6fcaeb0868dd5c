using System.Data;
using EngageBot.Database;

namespace EngageBot.Stats.Daily;

/// <summary>What figures need to know of members.</summary>
internal sealed class LivePeople(WriteSession session, long community)
{
    private const long Day = 86_400_000;
    private const long NewFor = 14 * Day;

    /// <summary>With less history nobody can say who writes for the first time.</summary>
    private const long KnownFor = 60 * Day;

    private static readonly HotSql Team = new("SELECT id FROM members WHERE community = @community AND is_team = 1", ("community", DbType.Int64));

    private static readonly HotSql LeftAlone = new(
        """
        SELECT id, left_at, is_pending, timed_out_until FROM members
        WHERE community = @community AND (left_at IS NOT NULL OR is_pending = 1 OR timed_out_until IS NOT NULL)
        """,
        ("community", DbType.Int64));

    private static readonly HotSql Dismissed = new(
        "SELECT d.post, d.at FROM dismissals d JOIN messages m ON m.id = d.post JOIN channels c ON c.id = m.channel AND c.community = @community",
        ("community", DbType.Int64));

    private static readonly HotSql Joined = new(
        "SELECT id, joined_at FROM members WHERE community = @community AND joined_at >= @from AND joined_at <= @to",
        ("community", DbType.Int64),
        ("from", DbType.Int64),
        ("to", DbType.Int64));

    private static readonly HotSql FirstAt = new(
        "SELECT (SELECT MIN(m.at) FROM messages m WHERE m.author = w.id) FROM members w WHERE w.id = @author AND w.joined_at IS NULL",
        ("author", DbType.Int64));

    /// <summary>Who looks after the community.</summary>
    public async Task<IReadOnlySet<long>> TeamAsync(CancellationToken cancellationToken)
    {
        HashSet<long> team = [];
        await using var reader = await session.ReadAsync(Team, cancellationToken, community);
        while (await reader.ReadAsync(cancellationToken))
        {
            team.Add(reader.GetInt64(0));
        }

        return team;
    }

    /// <summary>Whose posts are left alone, by the rule of <see cref="Unanswered.PostQuery"/>: of a member when he left (the smallest moment where he is pending), and until when he may not write.</summary>
    public async Task<IReadOnlyDictionary<long, (long From, long TimedOutUntil)>> LeftAloneAsync(CancellationToken cancellationToken)
    {
        Dictionary<long, (long, long)> people = [];
        await using var reader = await session.ReadAsync(LeftAlone, cancellationToken, community);
        while (await reader.ReadAsync(cancellationToken))
        {
            var from = reader.GetInt32(2) == 1 ? long.MinValue : reader.IsDBNull(1) ? long.MaxValue : reader.GetInt64(1);
            people[reader.GetInt64(0)] = (from, reader.IsDBNull(3) ? long.MinValue : reader.GetInt64(3));
        }

        return people;
    }

    /// <summary>Posts that were marked as needing no reply, and when.</summary>
    public async Task<IReadOnlyDictionary<long, long>> DismissedAsync(CancellationToken cancellationToken)
    {
        Dictionary<long, long> posts = [];
        await using var reader = await session.ReadAsync(Dismissed, cancellationToken, community);
        while (await reader.ReadAsync(cancellationToken))
        {
            posts[reader.GetInt64(0)] = reader.GetInt64(1);
        }

        return posts;
    }

    /// <summary>
    /// Newcomers who posted in a period: who joined, by the platform's own date, in the two weeks before his first post of it; where no date is known and 60 days of history are,
    /// who wrote here for the first time.
    /// </summary>
    /// <param name="known">Who wrote before the period, as far as that was read.</param>
    /// <param name="knownFrom">Since when anything is known, unix milliseconds.</param>
    public async Task<NewcomerFigures> NewcomersAsync(PeriodTally tally, IReadOnlyDictionary<long, PersonTally>? known, long knownFrom, CancellationToken cancellationToken)
    {
        var joined = await JoinedAsync(tally.From - NewFor, tally.To, cancellationToken);
        var figures = default(NewcomerFigures);
        foreach (var (key, person) in tally.People)
        {
            if (person.FirstPostAt == 0 || (known?.ContainsKey(key) == true && !joined.ContainsKey(key)))
            {
                continue;
            }

            var isNew = joined.TryGetValue(key, out var at)
                ? person.FirstPostAt - at is >= 0 and <= NewFor
                : person.FirstPostAt - knownFrom >= KnownFor && await session.NumberAsync(FirstAt, cancellationToken, key) is { } first && first >= tally.From;
            if (isNew)
            {
                var cameBack = person.IsAnswered && person.LastAt - person.FirstPostAt >= Day;
                figures = new NewcomerFigures(figures.Posted + 1, figures.Answered + (person.IsAnswered ? 1 : 0), figures.CameBack + (cameBack ? 1 : 0));
            }
        }

        return figures;
    }

    private async Task<Dictionary<long, long>> JoinedAsync(long from, long to, CancellationToken cancellationToken)
    {
        Dictionary<long, long> joined = [];
        await using var reader = await session.ReadAsync(Joined, cancellationToken, community, from, to);
        while (await reader.ReadAsync(cancellationToken))
        {
            joined[reader.GetInt64(0)] = reader.GetInt64(1);
        }

        return joined;
    }
}
