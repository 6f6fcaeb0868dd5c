using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;

namespace EngageBot.Introductions.Rounds;

/// <summary>How often a community has rounds, as moderators set it.</summary>
internal sealed class RoundSchedules(DbDataSource database)
{
    private const long Day = 86_400_000;

    /// <summary>Members have so long to join before the first.</summary>
    private static readonly TimeSpan First = TimeSpan.FromDays(7);

    private static readonly HotSql Put = new(
        """
        INSERT INTO round_schedules (community, every_days, group_size, per_interest, next_at) VALUES (@community, @every, @size, @per_interest, @next)
        ON CONFLICT (community) DO UPDATE SET every_days = excluded.every_days, group_size = excluded.group_size, per_interest = excluded.per_interest, stopped_at = NULL,
            next_at = CASE WHEN round_schedules.stopped_at IS NULL AND round_schedules.next_at < excluded.next_at THEN round_schedules.next_at ELSE excluded.next_at END
        """,
        ("community", DbType.Int64),
        ("every", DbType.Int32),
        ("size", DbType.Int32),
        ("per_interest", DbType.Int32),
        ("next", DbType.Int64));

    private static readonly HotSql Stop = new(
        "UPDATE round_schedules SET stopped_at = @at WHERE community = @community AND stopped_at IS NULL",
        ("at", DbType.Int64),
        ("community", DbType.Int64));

    private static readonly HotSql Cancel = new(
        $"UPDATE rounds SET state = {RoundState.Cancelled:D} WHERE community = @community AND state = {RoundState.Announced:D}",
        ("community", DbType.Int64));

    private static readonly HotSql MoveOn = new(
        $"UPDATE round_schedules SET next_at = next_at + CAST(every_days AS BIGINT) * {Day} WHERE community = @community AND stopped_at IS NULL",
        ("community", DbType.Int64));

    private static readonly HotSql Find = new(
        $"""
        SELECT s.every_days, s.group_size, COALESCE((SELECT MIN(r.at) FROM rounds r WHERE r.community = s.community AND r.state = {RoundState.Announced:D}), s.next_at),
            (SELECT COUNT(*) FROM agreements g JOIN members w ON w.id = g.member AND w.community = s.community AND w.opted_out_at IS NULL
             WHERE g.kind = {ContactKind.Round:D} AND g.is_agreed = 1), {RoundStore.IsPerInterest}
        FROM round_schedules s JOIN communities k ON k.id = s.community WHERE s.community = @community AND s.stopped_at IS NULL
        """,
        ("community", DbType.Int64));

    /// <summary>Null where there are none.</summary>
    public async Task<RoundSchedule?> FindAsync(CommunityId community, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        if (await CommunityKey.OfAsync(session, community, cancellationToken) is not { } key)
        {
            return null;
        }

        await using var reader = await session.ReadAsync(Find, cancellationToken, key);
        return await reader.ReadAsync(cancellationToken)
            ? new RoundSchedule(reader.GetInt32(0), reader.GetInt32(1), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)), reader.GetInt64(3), reader.GetInt32(4) == 1)
            : null;
    }

    /// <summary>Begins them, or changes how they are held.</summary>
    /// <param name="isPerInterest">Whether groups are of people with an interest in common; null for in large communities.</param>
    public Task StartAsync(CommunityId community, int everyDays, int groupSize, bool? isPerInterest, DateTimeOffset now, CancellationToken cancellationToken) => ChangeAsync(
        community,
        async (session, key) => await session.ExecuteAsync(Put, cancellationToken, key, everyDays, groupSize, isPerInterest switch { true => 1, false => 0, null => (int?)null }, (now + First).ToUnixTimeMilliseconds()),
        cancellationToken);

    /// <summary>The next one does not take place: what is announced, else what would be next.</summary>
    public Task SkipAsync(CommunityId community, CancellationToken cancellationToken) => ChangeAsync(
        community,
        async (session, key) =>
        {
            if (await session.ExecuteAsync(Cancel, cancellationToken, key) == 0)
            {
                await session.ExecuteAsync(MoveOn, cancellationToken, key);
            }
        },
        cancellationToken);

    public Task StopAsync(CommunityId community, DateTimeOffset now, CancellationToken cancellationToken) => ChangeAsync(
        community,
        async (session, key) =>
        {
            await session.ExecuteAsync(Stop, cancellationToken, now.ToUnixTimeMilliseconds(), key);
            await session.ExecuteAsync(Cancel, cancellationToken, key);
        },
        cancellationToken);

    private async Task ChangeAsync(CommunityId community, Func<WriteSession, long, Task> change, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.BeginAsync(cancellationToken);
        if (await CommunityKey.OfAsync(session, community, cancellationToken) is { } key)
        {
            await change(session, key);
        }

        await session.CommitAsync(cancellationToken);
    }
}
