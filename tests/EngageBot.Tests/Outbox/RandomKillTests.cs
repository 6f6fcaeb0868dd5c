using EngageBot.Communities;
using EngageBot.Outbox;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using Xunit.Abstractions;

namespace EngageBot.Tests.Outbox;

/// <summary>
/// A community in which much is planned, in several forms, and a process that is killed at random: before a message is sent, after it, while it is looked for, between any
/// two steps. Ten kills; a hundred in the long run (ENGAGEBOT_TESTS=long).
/// </summary>
public sealed class RandomKillTests(ITestOutputHelper output)
{
    private const int Posts = 10;

    /// <summary>A process that is killed more often hardly gets to say anything.</summary>
    private const int KillsOfAStory = 5;

    private static readonly FakeFault[] Kills = [FakeFault.DieBefore, FakeFault.DieAfter, FakeFault.DieLooking];

    private static readonly FakeFault[] Mishaps = [FakeFault.PutOff, FakeFault.LoseRequest, FakeFault.LoseAnswer];

    private static readonly string[] Helpers = [.. Enumerable.Range(1, 20).Select(number => $"helper{number}")];

    private static int KillsInAll => Environment.GetEnvironmentVariable("ENGAGEBOT_TESTS") == "long" ? 100 : 10;

    [Theory, EachEngine]
    public async Task Whatever_is_planned_and_can_be_settled_appears_once_and_the_rest_at_most_once(TestEngine engine)
    {
        Tally all = new(0, 0, 0, 0);
        for (var seed = 1; all.Kills < KillsInAll; seed++)
        {
            // In every second story it cannot be looked up half of the time what became of a message.
            var isBlind = seed % 2 == 0;
            var tally = await RunAsync(engine, seed, isBlind);
            output.WriteLine($"seed {seed}{(isBlind ? ", hard to settle" : string.Empty)}: {tally}");

            Assert.True(tally.Uncertain <= (isBlind ? tally.Kills : 0), $"seed {seed}: {tally}");
            all = new Tally(all.Planned + tally.Planned, all.Sent + tally.Sent, all.Uncertain + tally.Uncertain, all.Kills + tally.Kills);
        }

        output.WriteLine($"in all: {all}");
        Assert.True(all.Sent >= all.Kills, $"hardly anything was said: {all}");
    }

    private static async Task<Tally> RunAsync(TestEngine engine, int seed, bool isBlind)
    {
        var random = new Random(seed);
        await using var database = await TestDatabase.CreateAsync(engine);
        var step = (PublicStep)(seed % 3);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { PublicStep = step, AsksPerPost = 2, AsksPerDay = 100, RestAfter = TimeSpan.FromHours(48) });
        story.Platform.Forums.Add("help");
        story.Platform.RecognisesRepeatsFor = TimeSpan.FromMinutes(random.Next(2) * 2);
        await story.AgreeAsync(Helpers);
        var kills = 0;
        for (var second = 0; second < 120 && (kills < KillsOfAStory || second < Posts * 5); second++)
        {
            if (second % 5 == 0 && second / 5 < Posts)
            {
                await story.WriteAsync(A.Message($"how do I open number {second}?").Id(1 + second).By($"author{second}").In(second % 2 == 0 ? "help" : "second").InThread(1 + second));
            }

            story.Platform.IsBlind = isBlind && random.Next(2) == 0;
            kills += await DisturbAsync(story, random, kills);
            story.Clock.MoveTo(story.Clock.GetUtcNow().AddSeconds(1));
            await story.ListenAsync();
            kills += await story.SpeakAsync() ? 0 : 1;
        }

        story.Platform.IsBlind = false;
        story.Platform.Faults.Clear();
        await story.PassMinutesAsync(60);
        return await JudgeAsync(story, seed, kills);
    }

    private static async Task<int> DisturbAsync(LiveStory story, Random random, int kills)
    {
        if (random.Next(4) == 0)
        {
            story.Platform.Faults.Enqueue(Mishaps[random.Next(Mishaps.Length)]);
        }

        if (kills >= KillsOfAStory || random.Next(5) != 0)
        {
            return 0;
        }

        if (random.Next(3) > 0)
        {
            story.Platform.Faults.Enqueue(Kills[random.Next(Kills.Length)]);
            return 0;
        }

        await story.RestartAsync();
        return 1;
    }

    private static async Task<Tally> JudgeAsync(LiveStory story, int seed, int kills)
    {
        var rows = (await story.Database.RowsAsync("SELECT id, kind, state, text FROM outbox ORDER BY id")).Select(Row.Of).ToList();
        var appeared = story.Platform.Sent.GroupBy(message => message.OutboxId!.Value).ToDictionary(one => one.Key, one => one.Count());

        Assert.Equal((seed, 0), (seed, rows.Count(row => row.State == OutboxState.Claimed)));
        Assert.All(appeared, one => Assert.Equal((seed, 1), (seed, one.Value)));
        Assert.Equal((seed, string.Empty), (seed, string.Join(", ", appeared.Keys.Except(rows.Select(row => row.Id)))));
        foreach (var row in rows.Where(row => row is { State: OutboxState.Sent, Kind: not OutboxKind.Tag }))
        {
            Assert.True(appeared.ContainsKey(row.Id), $"seed {seed}: {row} is said to have been sent");
        }

        Assert.Equal((seed, rows.Count(row => row is { State: OutboxState.Sent, Kind: OutboxKind.Tag })), (seed, story.Platform.Tagged.Count));
        Assert.Equal((seed, 0), (seed, rows.Count(row => row.State == OutboxState.Planned && appeared.ContainsKey(row.Id))));
        return new Tally(rows.Count, rows.Count(row => row.State == OutboxState.Sent), rows.Count(row => row.State == OutboxState.Uncertain), kills);
    }

    private sealed record Tally(int Planned, int Sent, int Uncertain, int Kills)
    {
        public override string ToString() => $"{Kills} kills: {Planned} planned, {Sent} sent, {Uncertain} uncertain";
    }

    private sealed record Row(long Id, OutboxKind Kind, OutboxState State)
    {
        public static Row Of(string row) => row.Split(" | ") is [var id, var kind, var state, ..]
            ? new Row(Number(id), (OutboxKind)Number(kind), (OutboxState)Number(state))
            : throw new FormatException(row);

        private static long Number(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }
}
