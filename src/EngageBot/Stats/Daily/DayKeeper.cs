using System.Data.Common;
using EngageBot.Database;

namespace EngageBot.Stats.Daily;

/// <summary>
/// Packs the days that are over and have changed since, so that a question about figures reads little. Today goes on changing and would be packed over and over: whoever asks reads it, as
/// all that has changed, from the messages themselves.
/// </summary>
internal sealed class DayKeeper(DbDataSource database)
{
    /// <summary>Packs all that has changed before today, in UTC.</summary>
    /// <returns>How many days were looked at.</returns>
    public async Task<int> RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        var today = now.ToUnixTimeMilliseconds() / DayQuery.Day;
        var (store, query, last, days) = (new DayStore(session), new DayQuery(session), default(StaleDay), 0);
        while (await store.StaleAfterAsync(last, today, cancellationToken) is { Count: > 0 } stale)
        {
            await PackAsync(session, store, query, stale, cancellationToken);
            (last, days) = (stale[^1], days + stale.Count);
        }

        return days;
    }

    /// <summary>Reads first and writes then, so that nobody who writes waits for what is read.</summary>
    private static async Task PackAsync(WriteSession session, DayStore store, DayQuery query, List<StaleDay> stale, CancellationToken cancellationToken)
    {
        List<(StaleDay Day, byte[] Lines)> packed = [];
        foreach (var day in stale)
        {
            packed.Add((day, DayBytes.Pack(await query.ReadAsync(day.Channel, day.Day, cancellationToken))));
        }

        await session.BeginAsync(cancellationToken);
        foreach (var (day, lines) in packed)
        {
            await store.PutAsync(day, lines, cancellationToken);
        }

        await session.CommitAsync(cancellationToken);
    }
}
