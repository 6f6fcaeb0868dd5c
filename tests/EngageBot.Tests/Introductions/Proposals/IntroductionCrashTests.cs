using EngageBot.Tests.Database;
using EngageBot.TestKit;
using Xunit.Abstractions;

namespace EngageBot.Tests.Introductions.Proposals;

/// <summary>The process dies at random moments; each is asked at most once, one place is opened at most, and all of it is settled.</summary>
public sealed class IntroductionCrashTests(ITestOutputHelper output)
{
    private static readonly FakeFault[] Any =
    [
        FakeFault.None, FakeFault.PutOff, FakeFault.LoseRequest, FakeFault.LoseAnswer, FakeFault.DieBefore, FakeFault.DieAfter, FakeFault.DieAfter, FakeFault.DieLooking,
    ];

    [Theory, EachEngine]
    public async Task Whenever_the_process_dies_nothing_is_said_twice_and_everything_is_settled(TestEngine kind)
    {
        var (deaths, places, scripts) = (0, 0, kind == TestEngine.Sqlite ? 20 : 5);
        for (var seed = 1; seed <= scripts; seed++)
        {
            await using var database = await TestDatabase.CreateAsync(kind);
            await using var story = await IntroducerTests.BeginAsync(database);
            story.Platform.RecognisesRepeatsFor = TimeSpan.FromMinutes(seed % 2 * 2);
            deaths += await RunAsync(story, new Random(seed));

            var sent = IntroducerTests.Private(story);
            Assert.All(sent.GroupBy(message => message.To), to => Assert.InRange(to.Count(), 1, 2)); // To be asked, and what came of it.
            Assert.InRange(story.Platform.Places.Count, 0, 1);
            Assert.InRange(story.Platform.Sent.Count(message => message.Opens is not null), 0, 1);
            Assert.Empty(await database.RowsAsync("SELECT kind, state, outcome, attempts FROM outbox WHERE kind IN (7, 8, 10) AND state NOT IN (3, 4, 5, 6)"));
            Assert.Equal(
                await database.RowsAsync("SELECT COUNT(*) FROM outbox WHERE kind IN (7, 8, 10) AND sent_at IS NOT NULL"),
                [story.Platform.Sent.Count(message => message.To is not null || message.Opens is not null).ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            places += story.Platform.Places.Count;
        }

        output.WriteLine($"{deaths} deaths, {places} places");
        Assert.True(deaths >= scripts && places >= scripts / 2, $"hardly anything happened: {deaths} deaths, {places} places");
    }

    private static async Task<int> RunAsync(LiveStory story, Random random)
    {
        var deaths = 0;
        await story.HappenAsync(IntroducerTests.Agrees(story, "bob"));
        await story.TypeAsync("ada", "introduce");
        for (var second = 0; second < 60; second++)
        {
            if (random.Next(3) == 0)
            {
                story.Platform.Faults.Enqueue(Any[random.Next(Any.Length)]);
            }

            if (random.Next(8) == 0)
            {
                await story.RestartAsync();
                deaths++;
            }

            if (random.Next(5) == 0 && story.Platform.Standing.LastOrDefault(sent => sent.Buttons.Count > 0) is { To: { } who } asked)
            {
                await story.PressAsync(who.Value, asked.Buttons.Any(button => button.Id.Action == "yes") ? "yes" : "met");
            }

            story.Clock.MoveTo(story.Clock.GetUtcNow().AddSeconds(1));
            await story.ListenAsync();
            deaths += await story.SpeakAsync() ? 0 : 1;
            if (second == 40)
            {
                await story.SkipAsync(TimeSpan.FromDays(3));
            }
        }

        story.Platform.Faults.Clear();
        await story.PassMinutesAsync(30);
        await story.SkipAsync(TimeSpan.FromDays(1.5)); // Who was written to that day is asked on another what came of it.
        await story.PassAsync(3);
        return deaths;
    }
}
