using EngageBot.Communities;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using Xunit.Abstractions;

namespace EngageBot.Tests.Outbox;

/// <summary>
/// Communities in which much is planned, and a process that is killed at random. Ten kills; a hundred in the long run (ENGAGEBOT_TESTS=long).
/// </summary>
public sealed class RandomKillTests(ITestOutputHelper output)
{
    private const int Posts = 10;

    private const int KillsOfAStory = 5;

    private static readonly string[] Helpers = [.. Enumerable.Range(1, 20).Select(number => $"helper{number}")];

    [Theory, EachEngine]
    public Task Whatever_is_planned_and_can_be_settled_appears_once_and_the_rest_at_most_once(TestEngine engine) => RepeatAsync(seed => AskingAsync(engine, seed));

    [Theory, EachEngine]
    public Task So_it_is_with_everything_that_the_bot_can_say(TestEngine engine) => RepeatAsync(seed => EverythingAsync(engine, seed));

    private async Task RepeatAsync(Func<int, Task<KillTally>> runAsync)
    {
        KillTally all = new(0, 0, 0, 0);
        for (var seed = 1; all.Kills < RandomKills.InAll; seed++)
        {
            var tally = await runAsync(seed);
            output.WriteLine($"seed {seed}{(IsBlind(seed) ? ", hard to settle" : string.Empty)}: {tally}");
            all += tally;
        }

        output.WriteLine($"in all: {all}");
        Assert.True(all.Sent >= all.Kills, $"hardly anything was said: {all}");
    }

    private static async Task<KillTally> AskingAsync(TestEngine engine, int seed)
    {
        var random = new Random(seed);
        await using var database = await TestDatabase.CreateAsync(engine);
        var step = (PublicStep)(seed % 3);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { PublicStep = step, AsksPerPost = 2, AsksPerDay = 100, RestAfter = TimeSpan.FromHours(48) });
        story.Platform.Forums.Add("help");
        story.Platform.RecognisesRepeatsFor = TimeSpan.FromMinutes(random.Next(2) * 2);
        await story.AgreeAsync(Helpers);
        var kills = new RandomKills(story, random, KillsOfAStory, IsBlind(seed));
        for (var second = 0; second < 120 && (kills.Kills < KillsOfAStory || second < Posts * 5); second++)
        {
            if (second % 5 == 0 && second / 5 < Posts)
            {
                await story.WriteAsync(A.Message($"how do I open number {second}?").Id(1 + second).By($"author{second}").In(second % 2 == 0 ? "help" : "second").InThread(1 + second));
            }

            await kills.PassAsync(TimeSpan.FromSeconds(1), oneIn: 5);
        }

        kills.Cease();
        await story.PassMinutesAsync(60);
        await kills.EndAsync(seed);
        return await kills.JudgeAsync(seed);
    }

    private static async Task<KillTally> EverythingAsync(TestEngine engine, int seed)
    {
        var random = new Random(seed);
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var story = await EveryForm.BeginAsync(database, (PublicStep)(seed % 3));
        story.Platform.RecognisesRepeatsFor = TimeSpan.FromMinutes(random.Next(2) * 2);
        var kills = new RandomKills(story, random, KillsOfAStory, isBlind: false); // A place of which nobody can find out whether it was opened ends the story.
        await new EveryForm(story, time => kills.PassAsync(time, oneIn: 25)).RunAsync();
        kills.Cease();
        await story.PassMinutesAsync(30);
        var (planned, expected) = (await EveryForm.PlannedAsync(story), EveryForm.Expected((PublicStep)(seed % 3)));
        Assert.True(expected.IsSubsetOf(planned), $"seed {seed}: never planned: {string.Join(", ", expected.Except(planned))}");
        Assert.All(story.Platform.Sent.Where(sent => sent.To is not null).GroupBy(sent => (sent.To, sent.Text)), sent => Assert.Equal((seed, 1), (seed, sent.Count())));
        await kills.EndAsync(seed);
        return await kills.JudgeAsync(seed);
    }

    /// <summary>In every second story it cannot be looked up half of the time what became of a message.</summary>
    private static bool IsBlind(int seed) => seed % 2 == 0;
}
