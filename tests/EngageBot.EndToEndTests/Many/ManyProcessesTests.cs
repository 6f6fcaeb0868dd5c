using System.Globalization;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeDiscord;
using EngageBot.TestKit.FakeSlack;
using Xunit.Abstractions;

namespace EngageBot.EndToEndTests.Many;

/// <summary>
/// Three processes on one PostgreSQL, of which two are killed, or halted for longer than they are believed to live, at random moments. What can be settled is said once, the rest at most once,
/// and it is kept that it was; messages are stored once; and what a process did others have taken over within half a minute.
/// </summary>
public sealed class ManyProcessesTests(ITestOutputHelper output)
{
    private const int Bots = 3;

    private const string Rules =
        """
        {"WaitAtLeast":"01:00:00","WaitAtMost":"02:00:00","WaitWithoutHistory":"01:00:00","ModeratorChannel":"mods","Approvals":0}
        """;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("ENGAGEBOT_TESTS") == "long";

    [PostgresFact]
    public async Task Of_three_processes_two_are_killed_or_halted_at_random_and_nothing_is_said_or_stored_twice_or_lost()
    {
        var seed = Environment.ProcessId;
        var random = new Random(seed);
        await using var database = await TestDatabase.CreateEmptyAsync(TestEngine.Postgres);
        await using var discord = await LiveDiscord.StartAsync(options => options with { RecommendedShards = ManyTowns.Shards });
        discord.Rest.CallsPerSecond *= Bots + 1; // None of them knows what the others ask, nor one that was killed its successor.
        await using var slack = await FakeSlack.StartAsync(new FakeSlackOptions { AckWithin = TimeSpan.FromMinutes(1), PostBurst = 1_000, KeepsUndelivered = false });
        foreach (var method in slack.WebApi.Methods)
        {
            slack.WebApi.Limit(method, perMinute: 100_000);
        }

        var towns = ManyTowns.Build(discord, slack, IsLong ? 10 : 3);
        using var keys = new ProgramRun();
        await using var bots = new ManyBots(database, [.. Enumerable.Range(0, Bots).Select(_ => LiveBot.OneOfMany(discord, slack, database, Rules, keys.Path("erasures.key")))]);
        await bots.StartAsync();
        await bots[0].UntilAsync(async () => await database.CountAsync("communities") == towns.Towns.Count, "all communities to be known");

        using var stop = new CancellationTokenSource();
        var talking = TalkAsync(towns, new Random(seed), stop.Token);
        List<TimeSpan> takenOver = [];
        for (var round = 0; round < (IsLong ? 8 : 1); round++)
        {
            takenOver.Add(await DisturbAsync(bots, random, isHalt: round % 2 == 0));
        }

        await stop.CancelAsync();
        await talking;
        await bots[0].UntilAsync(async () => await StoredAsync(database) >= towns.Said, $"all of {towns.Said} messages to be stored (seed {seed})");
        await bots[0].UntilAsync(async () => await UnsettledAsync(database) == 0, "all that was claimed to be settled");
        output.WriteLine($"seed {seed}: {towns.Said} messages, {towns.Alarms} alarms; taken over within {string.Join(", ", takenOver.Select(time => $"{time.TotalSeconds:N1} s"))}");

        Assert.Equal((seed, $"{towns.Said} | {towns.Said}"), (seed, (await database.RowsAsync("SELECT COUNT(*), COUNT(DISTINCT text) FROM messages WHERE (traits & 7) = 0")).Single()));
        Assert.All(takenOver, time => Assert.True(time < Soon, $"seed {seed}: taken over after {time}"));
        await JudgeAsync(database, towns, seed);
    }

    /// <summary>One is killed; another is killed too, or halted for longer than it is believed to live and let go on then.</summary>
    /// <returns>How soon all of what they did was taken over.</returns>
    private static async Task<TimeSpan> DisturbAsync(ManyBots bots, Random random, bool isHalt)
    {
        int[] victims = [.. Enumerable.Range(0, Bots).OrderBy(_ => random.Next()).Take(2)];
        List<string> holders = [await bots.HolderAsync(victims[0]), await bots.HolderAsync(victims[1])];
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(2_000)), TimeProvider.System);
        var since = await bots.NowAsync();
        await bots[victims[0]].KillAsync();
        await (isHalt ? bots[victims[1]].HaltAsync() : bots[victims[1]].KillAsync());
        var time = await bots.TakenOverAsync(holders, since);
        bots[victims[0]].Start();
        await (isHalt ? bots[victims[1]].GoOnAsync() : StartAsync(bots[victims[1]]));
        await bots.UntilHeldAsync(Bots);
        return time;
    }

    private static Task StartAsync(LiveBot bot)
    {
        bot.Start();
        return Task.CompletedTask;
    }

    private static async Task TalkAsync(ManyTowns towns, Random random, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await towns.TalkAsync(random, isAlarm: random.Next(8) == 0);
            await Task.Delay(TimeSpan.FromMilliseconds(60), TimeProvider.System, CancellationToken.None);
        }
    }

    private static async Task<long> StoredAsync(TestDatabase database) =>
        long.Parse((await database.RowsAsync("SELECT COUNT(*) FROM messages WHERE (traits & 7) = 0")).Single(), CultureInfo.InvariantCulture);

    /// <summary>Planned (1), claimed (2), or uncertain with something still to be found out; and alarms of which nothing was planned yet.</summary>
    private static async Task<long> UnsettledAsync(TestDatabase database) => long.Parse(
        (await database.RowsAsync(
            """
            SELECT (SELECT COUNT(*) FROM outbox WHERE next_at IS NOT NULL OR sent_at IS NULL AND ended_at IS NULL)
                + (SELECT COUNT(*) FROM messages m WHERE m.text LIKE 'I can%' AND NOT EXISTS (SELECT 1 FROM outbox_posts a WHERE a.post = m.id))
            """)).Single(),
        CultureInfo.InvariantCulture);

    private static async Task JudgeAsync(TestDatabase database, ManyTowns towns, int seed)
    {
        var uncertain = (await database.RowsAsync("SELECT m.number FROM outbox o JOIN outbox_posts a ON a.entry = o.id JOIN messages m ON m.id = a.post WHERE o.sent_at IS NULL AND o.outcome IS NOT NULL")).ToHashSet();
        List<string> wrong = [];
        foreach (var town in towns.Towns)
        {
            var told = town.ToModerators();
            foreach (var alarm in town.Alarms)
            {
                var times = told.Count(text => text.Contains(alarm, StringComparison.Ordinal));
                if (times > 1 || (times == 0 && !uncertain.Contains(alarm)))
                {
                    wrong.Add($"{town.Id.Platform} {alarm}: {times} times");
                }
            }
        }

        Assert.True(wrong.Count == 0, $"seed {seed}: {string.Join("; ", wrong)}; {string.Join("; ", await database.RowsAsync("SELECT id, state, outcome FROM outbox WHERE sent_at IS NULL"))}");
    }
}
