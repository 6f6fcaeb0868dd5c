using EngageBot.Communities;
using EngageBot.Nudges;
using EngageBot.Tests.Database;
using EngageBot.TestKit;
using EngageBot.Texts;
using Xunit.Abstractions;

namespace EngageBot.Tests.Outbox;

/// <summary>The process dies at random moments; what is planned appears exactly once all the same.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private static readonly FakeFault[] Any =
    [
        FakeFault.None, FakeFault.None, FakeFault.PutOff, FakeFault.LoseRequest, FakeFault.LoseAnswer,
        FakeFault.DieBefore, FakeFault.DieBefore, FakeFault.DieAfter, FakeFault.DieAfter, FakeFault.DieLooking,
    ];

    private static bool IsLong => Environment.GetEnvironmentVariable("ENGAGEBOT_TESTS") == "long";

    /// <summary>A schema of its own for each takes PostgreSQL a while.</summary>
    private static int Scripts(TestEngine engine) => (IsLong, engine) switch
    {
        (true, TestEngine.Sqlite) => 300,
        (true, _) => 50,
        (false, TestEngine.Sqlite) => 25,
        _ => 8,
    };

    [Theory, EachEngine]
    public async Task Whenever_the_process_dies_what_stands_at_the_end_is_the_same_and_nothing_was_said_twice(TestEngine kind)
    {
        var (planned, sent, uncertain, deaths) = (0, 0, 0, 0);
        for (var seed = 1; seed <= Scripts(kind); seed++)
        {
            await using var calm = await TestDatabase.CreateAsync(kind);
            await using var rough = await TestDatabase.CreateAsync(kind);
            var undisturbed = await RunAsync(calm, seed, isRough: false);
            var disturbed = await RunAsync(rough, seed, isRough: true);

            Assert.Equal($"{seed}\n{undisturbed.Standing}", $"{seed}\n{disturbed.Standing}");
            planned += disturbed.Planned;
            sent += disturbed.Sent;
            uncertain += disturbed.Uncertain;
            deaths += disturbed.Deaths;
        }

        output.WriteLine($"{deaths} deaths: {planned} planned, {sent} sent, {uncertain} uncertain");
        Assert.True(deaths >= Scripts(kind), "hardly anything died");
        Assert.Equal(0, uncertain);
    }

    [Theory, EachEngine]
    public async Task Where_nothing_can_be_settled_nothing_is_said_twice_and_a_death_leaves_one_uncertain_at_most(TestEngine kind)
    {
        for (var seed = 1; seed <= Scripts(kind); seed++)
        {
            await using var database = await TestDatabase.CreateAsync(kind);
            var end = await RunAsync(database, seed, isRough: true, isBlind: true);
            Assert.InRange(end.Uncertain, 0, end.Deaths);
        }
    }

    private static async Task<End> RunAsync(TestDatabase database, int seed, bool isRough, bool isBlind = false)
    {
        var script = new Random(seed);
        var chaos = new Random(seed + 1_000_000);
        var step = (PublicStep)script.Next(3);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { PublicStep = step });
        story.Platform.Forums.Add("help");
        story.Platform.RecognisesRepeatsFor = TimeSpan.FromMinutes(script.Next(2) * 2);
        var deaths = 0;
        for (var second = 0; second < 60; second++)
        {
            await HappenAsync(story, script, step, second);
            if (isRough && second < 50)
            {
                deaths += await DisturbAsync(story, chaos, isBlind);
            }

            deaths += await TurnAsync(story);
        }

        story.Platform.Faults.Clear();
        for (var minute = 0; minute < 20; minute++)
        {
            story.Clock.MoveTo(story.Clock.GetUtcNow().AddMinutes(1));
            await story.ListenAsync();
            deaths += await story.SpeakAsync() ? 0 : 1;
        }

        return await JudgeAsync(story, deaths);
    }

    /// <summary>
    /// One question in each of two channels, and perhaps an answer, or its author takes it back. Of two replies that are planned only one may be sent, and a death
    /// may decide which: there one question is asked.
    /// </summary>
    private static async Task HappenAsync(LiveStory story, Random script, PublicStep step, int second)
    {
        var (chance, channel) = (script.Next(100), script.Next(2) == 0 ? "help" : "second");
        switch (second)
        {
            case 0:
                await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help").InThread(1));
                break;
            case 2 when chance < 50 && step != PublicStep.Reply:
                await story.WriteAsync(A.Message("how do I close it?").Id(2).By("eve").In("second"));
                break;
            case 5 or 12 or 25 or 40 when chance < 25:
                var (post, thread) = channel == "help" ? (1, 1L) : (2, 0L);
                var answer = A.Message("like this").Id(1_000 + second).By("bob").In(channel);
                await story.WriteAsync(thread == 0 ? answer.ReplyingTo(post) : answer.InThread(thread));
                break;
            case 30 when chance < 20:
                await story.RemoveAsync("help", 1);
                break;
        }
    }

    private static async Task<int> DisturbAsync(LiveStory story, Random chaos, bool isBlind)
    {
        story.Platform.IsBlind = isBlind && story.Platform.Sent.Any();
        if (chaos.Next(3) == 0)
        {
            story.Platform.Faults.Enqueue(Any[chaos.Next(Any.Length)]);
        }

        if (chaos.Next(8) == 0)
        {
            await story.RestartAsync();
            return 1;
        }

        return 0;
    }

    private static async Task<int> TurnAsync(LiveStory story)
    {
        story.Clock.MoveTo(story.Clock.GetUtcNow().AddSeconds(1));
        await story.ListenAsync();
        return await story.SpeakAsync() ? 0 : 1;
    }

    private static async Task<End> JudgeAsync(LiveStory story, int deaths)
    {
        Assert.All(story.Platform.Sent.GroupBy(message => message.OutboxId), sent => Assert.Single(sent));
        var rows = await story.OutboxAsync();
        int Count(string state) => rows.Count(row => row.Contains($"| {state} |", StringComparison.Ordinal));
        Assert.Equal(0, Count("claimed"));
        // An empty board is as good as none: where sending was held up, the answer may have come before the board.
        var standing = story.Platform.Standing.Where(message => message.Text != NudgeTexts.Board([], TextBook.In("en"))).Select(message => $"{message.Place.Channel.Value} {message.ReplyTo?.Number} {message.Text}");
        return new End(string.Join('\n', standing.Concat(story.Platform.Tagged.Select(tag => $"tag {tag.Number}")).Order()), rows.Count, Count("sent"), Count("uncertain"), deaths);
    }

    private sealed record End(string Standing, int Planned, int Sent, int Uncertain, int Deaths);
}
