using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.History;
using EngageBot.Nudges;
using EngageBot.Profiles;
using EngageBot.ReplyGraph;
using EngageBot.Tests.Database;
using EngageBot.TestKit;
using EngageBot.Unanswered;

namespace EngageBot.Tests.ReplyGraph;

public sealed class LinkReviewTests
{
    private const string Reviewed = "SELECT m.number, p.number FROM links l JOIN messages m ON m.id = l.message JOIN messages p ON p.id = l.parent WHERE l.source = 3 ORDER BY m.number";
    private const string Counting = "SELECT m.number, l.source FROM counting_links l JOIN messages m ON m.id = l.message ORDER BY m.number";
    private const string All = "SELECT message, source, parent, probability FROM links ORDER BY message, source";

    private static readonly DateTimeOffset Noon = TestTime.Noon;

    /// <summary>Ada asks at noon (3), Bob answers her (5) and she thanks him (6), among others who talk of something else.</summary>
    private static readonly ChatEvent[] Story =
    [
        A.Message("the new release is out tomorrow").Id(1).By("eve").At(Noon.AddMinutes(-30)),
        A.Message("eve: cannot wait for it").Id(2).By("kim").Mentioning("eve").At(Noon.AddMinutes(-29)),
        A.Message("how do i mount a usb stick?").Id(3).By("ada").At(Noon),
        A.Message("kim: it will have a new kernel").Id(4).By("eve").Mentioning("kim").At(Noon.AddMinutes(1)),
        A.Message("ada: plug it in and run mount /dev/sdb1 /mnt").Id(5).By("bob").Mentioning("ada").At(Noon.AddMinutes(2)),
        A.Message("bob: thanks, that works").Id(6).By("ada").Mentioning("bob").At(Noon.AddMinutes(3)),
        .. Enumerable.Range(0, 80).Select(line => A.Message("well, who would have thought of that").Id(10 + line).By($"passer-{line % 9}").At(Noon.AddMinutes(10 + line)).ToChatEvent()),
    ];

    private static long Later => Noon.AddHours(5).ToUnixTimeMilliseconds();

    [Theory, EachEngine]
    public async Task What_is_found_is_stored_with_its_probability_and_counts_before_the_models_first_decision(TestEngine engine)
    {
        await using var database = await HandledAsync(engine, Story);

        Assert.True(await ReviewAsync(database, post: 3, Later));

        var reviewed = await database.RowsAsync(Reviewed);
        Assert.Contains("3 | 3", reviewed);
        Assert.Contains("5 | 3", reviewed);
        Assert.DoesNotContain(reviewed, row => row.StartsWith("1 |", StringComparison.Ordinal) || row.StartsWith("2 |", StringComparison.Ordinal));
        Assert.Equal(0, await database.CountAsync("links WHERE probability < 0 OR probability > 1"));
        Assert.Equal(1, await database.CountAsync("links l JOIN messages m ON m.id = l.message WHERE l.source = 2 AND m.number = 5"));
        Assert.Contains("5 | 3", await database.RowsAsync(Counting));
    }

    [Theory, EachEngine]
    public async Task A_second_review_changes_nothing(TestEngine engine)
    {
        await using var database = await HandledAsync(engine, Story);
        await ReviewAsync(database, post: 3, Later);
        var first = await database.RowsAsync(All);

        await ReviewAsync(database, post: 3, Later);

        Assert.Equal(first, await database.RowsAsync(All));
    }

    [Fact]
    public async Task Posts_looked_at_together_are_found_to_be_what_each_is_by_itself()
    {
        await using var together = await HandledAsync(TestEngine.Sqlite, Story);
        await using var apart = await HandledAsync(TestEngine.Sqlite, Story);
        WaitingPost[] posts = [await FindAsync(apart, 1), await FindAsync(apart, 3), await FindAsync(apart, 10), await FindAsync(apart, 40), await FindAsync(apart, 89)];

        foreach (var isTogether in new[] { true, false })
        {
            await InSessionAsync(isTogether ? together : apart, async (_, review) =>
            {
                await review.LookAheadAsync(isTogether ? [.. posts.Select(post => (post.Channel, post.Message, post.At))] : [], Later, CancellationToken.None);
                foreach (var post in posts)
                {
                    await review.ReviewAsync(post.Channel, post.Message, post.At, Later, CancellationToken.None);
                }

                return true;
            });
        }

        Assert.Equal(await apart.RowsAsync(All), await together.RowsAsync(All));
        Assert.True(await together.CountAsync("links WHERE source = 3") > posts.Length);
    }

    [Fact]
    public async Task What_came_later_than_the_moment_is_not_looked_at()
    {
        await using var whole = await HandledAsync(TestEngine.Sqlite, Story);
        await using var known = await HandledAsync(TestEngine.Sqlite, Story.Where(line => line.At <= Noon.AddMinutes(2)));
        var now = Noon.AddMinutes(2).ToUnixTimeMilliseconds();

        Assert.False(await ReviewAsync(whole, post: 3, now));
        Assert.False(await ReviewAsync(known, post: 3, now));

        Assert.Equal(await known.RowsAsync(Reviewed), await whole.RowsAsync(Reviewed));
        Assert.Contains("5 | 3", await whole.RowsAsync(Reviewed));
    }

    [Fact]
    public async Task A_post_that_nothing_followed_or_that_is_not_there_is_left_for_later()
    {
        await using var database = await HandledAsync(TestEngine.Sqlite, Story);
        var before = await database.RowsAsync(All);

        Assert.False(await ReviewAsync(database, post: 3, Noon.ToUnixTimeMilliseconds()));
        Assert.False(await InSessionAsync(database, (session, review) => review.ReviewAsync(channel: 1, post: 4_711, Noon.ToUnixTimeMilliseconds(), Later, CancellationToken.None)));

        Assert.Equal(before, await database.RowsAsync(All));
    }

    [Fact]
    public async Task What_the_platform_says_is_left_alone()
    {
        await using var database = await HandledAsync(
            TestEngine.Sqlite,
            Story.Select(line => line is MessageCreated { Id.Number: 5 } ? A.Message("ada: so it is").Id(5).By("bob").Mentioning("ada").ReplyingTo(1).At(line.At) : line));

        await ReviewAsync(database, post: 3, Later);

        Assert.Contains("3 | 3", await database.RowsAsync(Reviewed));
        Assert.Contains("5 | 5", await database.RowsAsync(Counting));
        Assert.DoesNotContain(await database.RowsAsync(Reviewed), row => row.StartsWith("5 |", StringComparison.Ordinal));
    }

    [Theory, EachEngine]
    public async Task The_line_of_someone_who_opted_out_keeps_its_link(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database, ResolverKind.Model);
        await pipeline.HandleAsync(A.Message("hi").Id(100).By("bob").In("other").At(Noon.AddHours(-1)));
        await database.ExecuteAsync("UPDATE members SET opted_out_at = 1 WHERE platform_id = 'bob'");
        await pipeline.RestartAsync();
        await pipeline.HandleAsync(Story);
        Assert.Equal(1, await database.CountAsync("messages WHERE number = 5 AND author IS NULL"));

        await ReviewAsync(database, post: 3, Later);

        Assert.Contains("3 | 3", await database.RowsAsync(Reviewed));
        Assert.Contains("5 | 2", await database.RowsAsync(Counting));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task What_a_review_finds_answered_is_not_planned_for(bool reviews)
    {
        await using var database = await HandledAsync(TestEngine.Sqlite, Story);
        // As if nothing had been found when the lines came.
        await database.ExecuteAsync("DELETE FROM links");
        if (!reviews)
        {
            await database.ExecuteAsync("DELETE FROM mentions"); // Who is called by his name is talked with.
        }

        await PlanAsync(database, reviews);

        Assert.Equal(reviews ? 0 : 1, await database.CountAsync("nudges n JOIN messages m ON m.id = n.post WHERE m.number = 3"));
    }

    [Fact]
    public async Task What_a_review_finds_unanswered_is_planned_for()
    {
        await using var database = await HandledAsync(TestEngine.Sqlite, Story.Where(line => line is not MessageCreated { Id.Number: 5 or 6 }));

        await PlanAsync(database, reviews: true);

        Assert.Equal(1, await database.CountAsync("nudges n JOIN messages m ON m.id = n.post WHERE m.number = 3"));
    }

    [Fact]
    public async Task An_engine_reviews_what_its_wait_is_over_for()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        var unanswered = Story.Where(line => line is not MessageCreated { Id.Number: 5 or 6 });
        var chatter = Enumerable.Range(0, 12).Select(line => A.Message("well, who knew").Id(200 + line).By($"walker-{line}").At(Noon.AddHours(2).AddMinutes(15 * line)).ToChatEvent());

        await new Replay(database.Source, new ReplayOptions()).RunAsync(new MadeReader([.. unanswered, .. chatter]), progress: null, CancellationToken.None);

        Assert.Equal(1, await database.CountAsync("nudges n JOIN messages m ON m.id = n.post WHERE m.number = 3"));
        Assert.Contains("3 | 3", await database.RowsAsync(Reviewed));
        Assert.Contains("3 | 3", await database.RowsAsync(Counting));
    }

    private static async Task<TestDatabase> HandledAsync(TestEngine engine, IEnumerable<ChatEvent> history)
    {
        var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database, ResolverKind.Model);
        await pipeline.HandleAsync(history);
        return database;
    }

    private static async Task<bool> ReviewAsync(TestDatabase database, long post, long now)
    {
        var waiting = await FindAsync(database, post);
        return await InSessionAsync(database, (_, review) => review.ReviewAsync(waiting.Channel, waiting.Message, waiting.At, now, CancellationToken.None));
    }

    private static Task<bool> PlanAsync(TestDatabase database, bool reviews) => InSessionAsync(database, async (session, review) =>
    {
        var ranking = new HelperRanking(session, new ProfileRecorder(session), new ReplyWindows(new LineStore(session)));
        var planner = new NudgePlanner(session, ranking, reviews ? review : null, RulesBook.Fixed(new CommunityRules()));
        await planner.WatchAsync([await FindAsync(database, 3)], CancellationToken.None);
        await planner.RunOnceAsync(Later, CancellationToken.None);
        return true;
    }, begins: false);

    /// <summary>As the engine puts a review together, in a transaction of its own.</summary>
    private static async Task<bool> InSessionAsync(TestDatabase database, Func<WriteSession, LinkReview, ValueTask<bool>> work, bool begins = true)
    {
        await using var session = new WriteSession(database.Source);
        var lines = new LineStore(session);
        if (!begins)
        {
            return await work(session, new LinkReview(lines, new LinkStore(session, new ChangedDays(session)), new ReplyWindows(lines)));
        }

        await session.BeginAsync(CancellationToken.None);
        var result = await work(session, new LinkReview(lines, new LinkStore(session, new ChangedDays(session)), new ReplyWindows(lines)));
        await session.CommitAsync(CancellationToken.None);
        return result;
    }

    private static async Task<WaitingPost> FindAsync(TestDatabase database, long number)
    {
        var row = (await database.RowsAsync($"SELECT id, channel, author, at FROM messages WHERE number = {number}")).Single();
        var keys = row.Split(" | ").Select(key => long.Parse(key, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return new WaitingPost(keys[0], keys[1], keys[2], keys[3]);
    }
}
