using System.Diagnostics;
using System.Globalization;
using EngageBot.TestKit;

namespace EngageBot.EndToEndTests.Many;

/// <summary>Several processes of the bot on one PostgreSQL, and what its leases say of them.</summary>
internal sealed class ManyBots(TestDatabase database, IReadOnlyList<LiveBot> bots) : IAsyncDisposable
{
    /// <summary>Shards and apps.</summary>
    private const int Partitions = ManyTowns.Shards + 3;

    private const string Now = "(EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint";

    public LiveBot this[int number] => bots[number];

    public async Task StartAsync()
    {
        foreach (var bot in bots)
        {
            bot.Start();
        }

        await bots[0].UntilAsync(() => bots[0].HasTableAsync("account_changes"), "the tables");
        await UntilHeldAsync(bots.Count);
    }

    /// <summary>All parts are held, by so many processes that live, none by much more than another.</summary>
    public Task UntilHeldAsync(int living) => bots[0].UntilAsync(
        async () => (await database.RowsAsync($"SELECT h.id, COUNT(p.name) FROM holders h LEFT JOIN partitions p ON p.holder = h.id AND p.name <> 'work' WHERE h.until > {Now} GROUP BY h.id"))
            .Select(row => int.Parse(row.Split(" | ")[1], CultureInfo.InvariantCulture)).ToList() is var counts
            && counts.Count == living && counts.Sum() == Partitions && counts.Max() - counts.Min() <= 1,
        $"{Partitions} parts to be held by {living} processes");

    /// <summary>The lease of one of them, which begins anew whenever it joins.</summary>
    public async Task<string> HolderAsync(int number) =>
        (await database.RowsAsync($"SELECT id FROM holders WHERE name LIKE '%:{bots[number].ProcessId}' AND until > {Now}")).Single();

    public async Task<long> NowAsync() => long.Parse((await database.RowsAsync($"SELECT {Now}")).Single(), CultureInfo.InvariantCulture);

    /// <summary>Waits until nothing is held by some any more, and all of what they held by others.</summary>
    /// <returns>How long after a moment that was, by the database's clock.</returns>
    public async Task<TimeSpan> TakenOverAsync(IReadOnlyList<string> from, long since)
    {
        var gone = string.Join(", ", from.Select(holder => $"'{holder}'"));
        var started = Stopwatch.GetTimestamp();
        while ((await database.RowsAsync($"SELECT name FROM partitions WHERE holder IS NULL OR holder IN ({gone})")).Count > 0)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TestTime.Patience, "nobody takes over");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        return TimeSpan.FromMilliseconds(long.Parse((await database.RowsAsync("SELECT MAX(taken_at) FROM partitions")).Single(), CultureInfo.InvariantCulture) - since);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in bots)
        {
            await bot.DisposeAsync();
        }
    }
}
