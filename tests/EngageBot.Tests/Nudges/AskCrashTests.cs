using EngageBot.Tests.Database;
using EngageBot.TestKit;
using Xunit.Abstractions;

namespace EngageBot.Tests.Nudges;

/// <summary>The process dies at random moments; whoever is asked is asked once, and every ask is settled.</summary>
public sealed class AskCrashTests(ITestOutputHelper output)
{
    private static readonly FakeFault[] Any =
    [
        FakeFault.None, FakeFault.PutOff, FakeFault.LoseRequest, FakeFault.LoseAnswer,
        FakeFault.DieBefore, FakeFault.DieBefore, FakeFault.DieAfter, FakeFault.DieAfter, FakeFault.DieLooking,
    ];

    private static readonly string[] Actions = ["will", "not-for-me", "not-needed", "stop"];

    private static int Scripts(TestEngine engine) => (Environment.GetEnvironmentVariable("ENGAGEBOT_TESTS") == "long", engine) switch
    {
        (true, TestEngine.Sqlite) => 300,
        (true, _) => 40,
        (false, TestEngine.Sqlite) => 25,
        _ => 6,
    };

    [Theory, EachEngine]
    public async Task Whenever_the_process_dies_each_is_asked_at_most_once_and_every_ask_is_settled(TestEngine kind)
    {
        var (deaths, asks) = (0, 0);
        for (var seed = 1; seed <= Scripts(kind); seed++)
        {
            await using var database = await TestDatabase.CreateAsync(kind);
            await using var story = await LiveStory.BeginAsync(database, rules => rules with { AsksPerPost = 2, AsksPerDay = 100, RestAfter = TimeSpan.FromHours(48) });
            story.Platform.RecognisesRepeatsFor = TimeSpan.FromMinutes(seed % 2 * 2);
            if (seed % 3 == 0)
            {
                story.Platform.Closed.Add(TestTime.Member("bob"));
            }

            deaths += await RunAsync(story, new Random(seed));

            var sent = story.Platform.Sent.Where(message => message.To is not null).ToList();
            asks += sent.Count;
            Assert.All(sent.GroupBy(message => message.To), to => Assert.Single(to));
            Assert.Empty(await database.RowsAsync("SELECT id FROM outbox WHERE kind = 4 AND state NOT IN (3, 4, 5)"));
            var texts = await database.RowsAsync("SELECT text FROM outbox WHERE kind = 4 AND state = 3 ORDER BY text");
            Assert.Equal(texts.Order(StringComparer.Ordinal), sent.Where(message => !message.IsGone).Select(message => message.Text).Order(StringComparer.Ordinal));
        }

        output.WriteLine($"{deaths} deaths, {asks} asked");
        Assert.True(deaths >= Scripts(kind) && asks >= Scripts(kind), "hardly anything happened");
    }

    private static async Task<int> RunAsync(LiveStory story, Random random)
    {
        var deaths = 0;
        await story.AgreeAsync("bob", "cid", "dan", "eve", "fay");
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        for (var second = 0; second < 50; second++)
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

            if (random.Next(10) == 0 && story.Platform.Standing.LastOrDefault(sent => sent.Buttons.Count > 0) is { } asked)
            {
                await story.PressAsync(asked.To!.Value.Value, Actions[random.Next(Actions.Length)]);
            }

            if (second == 40 && random.Next(2) == 0)
            {
                await story.WriteAsync(A.Message("with a key").Id(2).By("zoe").In("help").ReplyingTo(1));
            }

            story.Clock.MoveTo(story.Clock.GetUtcNow().AddSeconds(1));
            await story.ListenAsync();
            deaths += await story.SpeakAsync() ? 0 : 1;
        }

        story.Platform.Faults.Clear();
        await story.PassMinutesAsync(150);
        return deaths;
    }
}
