using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.History;
using EngageBot.Nudges;
using EngageBot.Nudges.Trials;
using EngageBot.ReplyGraph;
using EngageBot.TestKit;
using EngageBot.Tests.Database;

namespace EngageBot.Tests.Nudges.Trials;

/// <summary>What other rules would have planned over what is stored.</summary>
public sealed class RulesTrialTests
{
    private const string Plans = "SELECT n.post, n.step, MIN(n.planned_at), COUNT(n.member) FROM nudges n GROUP BY n.post, n.step ORDER BY 3, 1, 2";

    private static readonly string[] Kept = ["nudges", "quarrels", "messages", "links", "member_profiles", "outbox"];

    [Theory, EachEngine]
    public async Task Rules_plan_over_what_is_stored_what_a_replay_by_them_would(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        // Who of some fitting people is asked may differ, as profiles grow; so nobody is left out for having been asked lately.
        var rules = new CommunityRules { WaitAtLeast = TimeSpan.FromMinutes(90), WaitWithoutHistory = TimeSpan.FromHours(3), AsksPerDay = 5, BetweenAsks = TimeSpan.Zero };
        var outcome = await new Replay(database.Source, new ReplayOptions { Rules = rules, Resolver = ResolverKind.Rules })
            .RunAsync(HistoryReaders.Open(Path.Combine(AppContext.BaseDirectory, "Sample", "sample-community.jsonl"), new HistoryOptions()), progress: null, CancellationToken.None);
        var replayed = await database.RowsAsync(Plans);
        var before = await CountsAsync(database);

        using var trial = new RulesTrial(database.Source);
        var tried = await trial.RunAsync(outcome.Communities[0].Community, [rules], outcome.Span.From, outcome.Span.To, CancellationToken.None);

        Assert.True(replayed.Count > 30, "the sample plans hardly anything");
        Assert.Equal(replayed, tried!.Plans[0].OrderBy(nudge => nudge.At).ThenBy(nudge => nudge.Post).ThenBy(nudge => nudge.Step).Select(Written));
        Assert.Contains(tried.Plans[0], nudge => nudge is { Step: NudgeStep.Ask, People: 2 });
        Assert.False(tried.IsCut);
        Assert.Equal(before, await CountsAsync(database));
        Assert.Equal(replayed, await database.RowsAsync(Plans)); // Of the live bot, on whichever connection.
    }

    [Fact]
    public async Task Other_rules_plan_something_else_and_the_live_bot_writes_meanwhile()
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite);
        await story.AskAsync();
        await story.PassAsync(40);
        var live = await story.Database.RowsAsync(Plans);
        var rules = story.Book.Of(TestTime.Community);
        var slow = rules with { WaitAtMost = TimeSpan.FromHours(1), WaitWithoutHistory = TimeSpan.FromSeconds(30) };
        var slower = slow with { WaitWithoutHistory = TimeSpan.FromHours(1) };

        using var trial = new RulesTrial(story.Database.Source);
        var trying = trial.RunAsync(TestTime.Community, [rules, slow, slower], TestTime.Noon.AddDays(-30), story.Clock.GetUtcNow(), CancellationToken.None);
        await story.WriteAsync(A.Message("nice weather").Id(50).By("bob").In("second"));
        var tried = await trying;

        Assert.Equal([10, 30], tried!.Plans.SelectMany(plan => plan).Select(nudge => (int)(nudge.At - TestTime.Noon).TotalSeconds));
        Assert.Empty(tried.Plans[2]);
        Assert.All(tried.Plans.SelectMany(plan => plan), nudge => Assert.Equal((NudgeStep.Board, 0, "how do I open it?"), (nudge.Step, nudge.People, nudge.Text)));
        Assert.Equal(1, tried.Posts);
        Assert.Equal(live, await story.Database.RowsAsync(Plans));
    }

    [Fact]
    public async Task A_trial_that_is_cut_short_leaves_nothing_behind()
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite);
        await story.AskAsync();
        await story.PassAsync(40);
        using var trial = new RulesTrial(story.Database.Source);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            trial.RunAsync(TestTime.Community, [story.Book.Of(TestTime.Community)], TestTime.Noon, story.Clock.GetUtcNow(), stop.Token));
        Assert.Equal(1, await story.Database.CountAsync("nudges"));
        Assert.Single((await trial.RunAsync(TestTime.Community, [story.Book.Of(TestTime.Community)], TestTime.Noon, story.Clock.GetUtcNow(), CancellationToken.None))!.Plans[0]);
    }

    [Fact]
    public async Task Of_very_many_posts_the_newest_are_looked_at()
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite);
        await story.WriteAsync(A.Message("thanks everybody").Id(1).In("help"));
        await story.Database.ExecuteAsync(
            """
            WITH RECURSIVE one(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM one WHERE n < @posts)
            INSERT INTO messages (id, channel, number, author, at, kind, traits, text)
            SELECT 1000 + n, (SELECT id FROM channels WHERE platform_id = 'help'), 1000 + n, (SELECT MIN(id) FROM members), @at + n, 1, 0, 'how do I open it?' FROM one
            """,
            new { posts = RulesTrial.MostPosts + 5, at = TestTime.Noon.ToUnixTimeMilliseconds() });
        using var trial = new RulesTrial(story.Database.Source);
        var tried = await trial.RunAsync(TestTime.Community, [story.Book.Of(TestTime.Community)], TestTime.Noon, TestTime.Noon.AddSeconds(5), CancellationToken.None);
        Assert.Equal((RulesTrial.MostPosts, true, TestTime.Noon.AddMilliseconds(6)), (tried!.Posts, tried.IsCut, tried.From));
    }

    [Theory, InlineData(false, 0), InlineData(true, 1)]
    public async Task A_private_channel_is_looked_after_only_where_somebody_named_it(bool isNamed, int posts)
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite);
        await story.AskAsync();
        await story.HappenAsync(new ChannelSeen(TestTime.Community, TestTime.Noon, TestTime.Channel("help")) { Name = "help", Visibility = ChannelVisibility.Readers });
        await story.PassAsync(40);
        var rules = story.Book.Of(TestTime.Community);
        using var trial = new RulesTrial(story.Database.Source);
        var tried = await trial.RunAsync(
            TestTime.Community, [isNamed ? rules with { WatchedChannels = [CommunityRules.AllChannels, "help"] } : rules], TestTime.Noon, story.Clock.GetUtcNow(), CancellationToken.None);
        Assert.Equal((posts, posts), (tried!.Posts, tried.Plans[0].Count));
    }

    [Fact]
    public async Task Nothing_is_tried_where_nothing_is_known()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        using var trial = new RulesTrial(database.Source);
        Assert.Null(await trial.RunAsync(TestTime.Community, [new CommunityRules()], TestTime.Noon.AddDays(-1), TestTime.Noon, CancellationToken.None));
    }

    private static string Written(TrialNudge nudge) => FormattableString.Invariant($"{nudge.Post} | {(int)nudge.Step} | {nudge.At.ToUnixTimeMilliseconds()} | {nudge.People}");

    private static async Task<IReadOnlyList<long>> CountsAsync(TestDatabase database)
    {
        List<long> counts = [];
        foreach (var table in Kept)
        {
            counts.Add(await database.CountAsync(table));
        }

        return counts;
    }
}
