using System.Data;
using EngageBot.Database;

namespace EngageBot.Stats.Daily;

/// <summary>The packed days.</summary>
internal sealed class DayStore(WriteSession session)
{
    /// <summary>A few hundredths of a second in which others who write wait.</summary>
    private const int AtOnce = 1_000;

    private static readonly HotSql Stale = new(
        "SELECT s.channel, s.day, s.changes FROM stale_days s JOIN channels c ON c.id = s.channel WHERE c.community = @community AND s.day >= @day",
        ("community", DbType.Int64),
        ("day", DbType.Int64));

    private static readonly HotSql After = new(
        $"""
        SELECT s.channel, s.day, s.changes FROM stale_days s
        JOIN channels c ON c.id = s.channel
        WHERE (s.channel > @channel OR (s.channel = @channel AND s.day > @day)) AND s.day < @before AND c.community IN (SELECT own.id FROM own_communities own)
        ORDER BY s.channel, s.day LIMIT {AtOnce}
        """,
        ("channel", DbType.Int64),
        ("day", DbType.Int64),
        ("before", DbType.Int64));

    private static readonly HotSql Packed = new(
        "SELECT day, lines FROM figure_days WHERE channel = @channel AND day >= @from AND day <= @until ORDER BY day",
        ("channel", DbType.Int64),
        ("from", DbType.Int64),
        ("until", DbType.Int64));

    private static readonly HotSql Done = new(
        "DELETE FROM stale_days WHERE channel = @channel AND day = @day AND changes = @changes",
        ("channel", DbType.Int64),
        ("day", DbType.Int64),
        ("changes", DbType.Int64));

    private static readonly HotSql Put = new(
        "INSERT INTO figure_days (channel, day, lines) VALUES (@channel, @day, @lines) ON CONFLICT (channel, day) DO UPDATE SET lines = excluded.lines",
        ("channel", DbType.Int64),
        ("day", DbType.Int64),
        ("lines", DbType.Binary));

    /// <summary>The days of a community, from one on, that have changed since they were packed.</summary>
    public Task<List<StaleDay>> StaleAsync(long community, long fromDay, CancellationToken cancellationToken) => ReadAsync(Stale, cancellationToken, community, fromDay);

    /// <summary>The next days of whatever community of this process that have changed, in order.</summary>
    /// <param name="beforeDay">Only such as are before it.</param>
    public Task<List<StaleDay>> StaleAfterAsync(StaleDay last, long beforeDay, CancellationToken cancellationToken) => ReadAsync(After, cancellationToken, last.Channel, last.Day, beforeDay);

    /// <summary>The packed days of a channel, in order; what has changed since is not in them.</summary>
    public async Task<IReadOnlyList<(long Day, byte[] Lines)>> PackedAsync(long channel, long fromDay, long untilDay, CancellationToken cancellationToken)
    {
        List<(long, byte[])> days = [];
        await using var reader = await session.ReadAsync(Packed, cancellationToken, channel, fromDay, untilDay);
        while (await reader.ReadAsync(cancellationToken))
        {
            days.Add((reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)));
        }

        return days;
    }

    /// <summary>Stores a day as it was packed, unless it has changed meanwhile. Inside the caller's transaction.</summary>
    public async Task PutAsync(StaleDay day, byte[] lines, CancellationToken cancellationToken)
    {
        if (await session.ExecuteAsync(Done, cancellationToken, day.Channel, day.Day, day.Changes) > 0)
        {
            await session.ExecuteAsync(Put, cancellationToken, day.Channel, day.Day, lines);
        }
    }

    private async Task<List<StaleDay>> ReadAsync(HotSql sql, CancellationToken cancellationToken, params object?[] values)
    {
        List<StaleDay> days = [];
        await using var reader = await session.ReadAsync(sql, cancellationToken, values);
        while (await reader.ReadAsync(cancellationToken))
        {
            days.Add(new StaleDay(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)));
        }

        return days;
    }
}
