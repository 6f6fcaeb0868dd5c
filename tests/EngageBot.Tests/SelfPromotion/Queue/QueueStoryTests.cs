using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.SelfPromotion.Queue;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.SelfPromotion.Queue;

/// <summary>The moderators' queue: what is nothing but promotion is shown to them alone, and what they dismiss teaches.</summary>
public sealed class QueueStoryTests
{
    [Theory, EachEngine]
    public async Task The_second_promotion_of_somebody_who_answers_nobody_is_put_before_moderators_and_nobody_else(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await PromoteAsync(story, 1, "help");
        Assert.Empty(story.Platform.Sent);
        await PromoteAsync(story, 2, "second");

        var shown = Assert.Single(story.Platform.Sent);
        Assert.Equal((TestTime.Channel("mods"), null), (shown.Place.Channel, shown.To));
        Assert.Matches("^May be nothing but promotion: “Big sale in our shop!.*” in #second \\(.+\\)\\. Only you see this\\. Is it\\?\nhttps://chat\\.example/second/2$", shown.Text);
        Assert.Equal(["It is promotion", "Leave it"], shown.Buttons.Select(button => button.Label));

        await story.RestartAsync();
        await story.PassMinutesAsync(15);
        Assert.Single(story.Platform.Sent);
    }

    [Theory, EachEngine]
    public async Task A_decision_is_kept_with_who_made_it_and_the_first_one_counts(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await QueuedAsync(database);
        var shown = story.Platform.Sent.Single();
        var reply = Assert.IsType<CommandReply.Replaces>(await story.PressInAsync("mods", "accept"));
        Assert.StartsWith("Noted: “Big sale", reply.Text, StringComparison.Ordinal);
        Assert.Empty(reply.Buttons);
        Assert.Equal(["1 | mod"], await database.RowsAsync(Decisions));

        await story.RunAsync(new CommandRequest.Pressed(Moderator(story, "other"), shown.Buttons[1].Id, shown.Place));
        Assert.Equal(["1 | mod"], await database.RowsAsync(Decisions));
        await story.PassAsync(2);
        Assert.Equal((reply.Text, 0), (story.Platform.Standing.Single().Text, story.Platform.Standing.Single().Buttons.Count));
    }

    [Fact]
    public async Task Members_may_not_decide_nor_moderators_of_another_community()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await QueuedAsync(database);
        var shown = story.Platform.Sent.Single();
        var member = Moderator(story, "ada") with { ManagesCommunity = false };
        var elsewhere = new Asker(new CommunityId(Platform.File, "other"), new MemberId(new CommunityId(Platform.File, "other"), "mod"), story.Clock.GetUtcNow()) { ManagesCommunity = true };
        foreach (var asker in new[] { member, elsewhere })
        {
            Assert.IsType<CommandReply.Says>(await story.RunAsync(new CommandRequest.Pressed(asker, shown.Buttons[0].Id, shown.Place)));
            Assert.IsType<CommandReply.Says>(await story.RunAsync(new CommandRequest.Typed(asker, "queue")));
        }

        Assert.Equal(["- | -"], await database.RowsAsync(Decisions));
    }

    [Theory, EachEngine]
    public async Task The_list_has_the_same_buttons_and_goes_on_with_the_next(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await QueuedAsync(database);
        await PromoteAsync(story, 3, "board");
        var list = Assert.IsType<CommandReply.Says>(await story.TypeAsync("mod", "queue", isModerator: true));
        Assert.Contains("#second", list.Text, StringComparison.Ordinal);
        Assert.EndsWith("\n1 more wait.", list.Text, StringComparison.Ordinal);

        var next = Assert.IsType<CommandReply.Replaces>(await story.RunAsync(new CommandRequest.Pressed(Moderator(story, "mod"), list.Buttons[0].Id, Message: null)));
        Assert.Contains("#board", next.Text, StringComparison.Ordinal);
        var end = Assert.IsType<CommandReply.Replaces>(await story.RunAsync(new CommandRequest.Pressed(Moderator(story, "mod"), next.Buttons[1].Id, Message: null)));
        Assert.Equal("Nothing waits for your decision. Thank you!", end.Text);
        Assert.Equal(["1 | mod", "0 | mod"], await database.RowsAsync(Decisions));

        await story.PassAsync(3); // What was shown in the channel says it too.
        Assert.All(story.Platform.Standing, shown => Assert.Empty(shown.Buttons));
    }

    [Theory, EachEngine]
    public async Task Dismissals_teach(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await QueuedAsync(database);
        await story.PressInAsync("mods", "dismiss");
        await PromoteAsync(story, 3, "second");
        Assert.Single(story.Platform.Sent); // The same member, domain and channel, a moment ago.

        await PromoteAsync(story, 4, "help");
        Assert.Equal(2, story.Platform.Sent.Count());
        await story.PressInAsync("mods", "dismiss");
        await PromoteAsync(story, 5, "board");
        Assert.Equal(2, story.Platform.Sent.Count()); // He may link there, wherever he does.
    }

    [Theory]
    [InlineData("answers"), InlineData("channel"), InlineData("newcomer"), InlineData("webhook"), InlineData("gives"), InlineData("gone"), InlineData("ignored")]
    public async Task The_exempt_are_not_shown(string why)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await BeginAsync(database, rules => why switch
        {
            "channel" => rules with { PromotionChannels = ["second"] },
            "ignored" => rules with { IgnoredChannels = ["second"] },
            _ => rules,
        });
        await story.HappenAsync(new MemberSeen(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member("ada")) { Name = "ada", JoinedAt = story.Clock.GetUtcNow() - TimeSpan.FromDays(why == "newcomer" ? 3 : 100) });
        for (var other = 0; other < 6; other++)
        {
            await story.WriteAsync(A.Message("does anybody know a good shop for birds?").Id(100 + other).By($"member{other}").In("second"));
            if (why == "gives")
            {
                await story.WriteAsync(A.Message(Advice[other]).In("second").ReplyingTo(100 + other));
            }
        }

        await PromoteAsync(story, 1, "help");
        var second = A.Message(Offer).Id(2).In("second");
        await story.WriteAsync(why switch { "answers" => second.ReplyingTo(100), "webhook" => second.With(MessageTraits.Webhook), _ => second });
        if (why == "gone")
        {
            await story.PassMinutesAsync(2);
            await story.RemoveAsync("second", 2);
        }

        await story.PassMinutesAsync(12);
        Assert.DoesNotContain(story.Platform.Sent, sent => sent.Place.Channel == TestTime.Channel("mods"));
    }

    [Fact]
    public async Task A_post_that_is_taken_away_takes_its_message_with_it()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await QueuedAsync(database);
        await story.RemoveAsync("second", 2);
        await story.PassAsync(2);
        Assert.Empty(story.Platform.Standing);
        Assert.Equal("Nothing waits for your decision. Thank you!", Assert.IsType<CommandReply.Says>(await story.TypeAsync("mod", "queue", isModerator: true)).Text);
    }

    [Fact]
    public async Task To_a_moderator_who_cannot_read_the_channel_any_more_it_is_not_in_the_queue_and_his_press_decides_nothing()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await QueuedAsync(database);
        story.Platform.Access[(TestTime.Member("mod"), TestTime.Channel("second"))] = ReadAccess.Cannot;
        Assert.Equal("Nothing waits for your decision. Thank you!", Assert.IsType<CommandReply.Says>(await story.TypeAsync("mod", "queue", isModerator: true)).Text);
        Assert.IsType<CommandReply.Says>(await story.PressInAsync("mods", "accept"));
        Assert.Equal(0, await database.CountAsync("promotion_queue WHERE is_accepted IS NOT NULL"));

        story.Platform.Access.Clear();
        Assert.Contains("#second", Assert.IsType<CommandReply.Says>(await story.TypeAsync("mod", "queue", isModerator: true)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_opts_out_is_in_no_queue()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await QueuedAsync(database);
        await story.HappenAsync(new MemberChoice.LeavesOut(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member("ada")));
        await story.PassAsync(2);
        Assert.Empty(story.Platform.Standing);
        Assert.Equal(0, await database.CountAsync("promotion_queue"));
    }

    private static readonly string[] Advice =
    [
        "the one in our street has all you need for birds", "ask at the market on saturdays, they know everything", "I order seeds from a farm nearby", "the pet shop behind the station is cheap",
        "my cousin breeds finches and sells cages too", "try the garden centre first",
    ];

    internal const string Offer = "Big sale in our shop! Buy my new course now with 50% off, use the code BIRDS at https://shop.example/ref=ada";

    private const string Decisions = "SELECT is_accepted, decided_by FROM promotion_queue ORDER BY message";

    [Fact]
    public async Task What_is_asked_all_the_time_reads_through_no_table()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        foreach (var statement in (HotSql[])[.. QueueStore.Statements, GoneQuotes.Statement])
        {
            var plan = await database.RowsAsync($"EXPLAIN QUERY PLAN {statement.Text.Replace("@since", "1", StringComparison.Ordinal)}");
            Assert.DoesNotContain(plan, step => step.Contains("SCAN", StringComparison.Ordinal) && !step.Contains("SCAN k", StringComparison.Ordinal));
        }
    }

    internal static async Task<LiveStory> BeginAsync(TestDatabase database, Func<CommunityRules, CommunityRules>? rules = null)
    {
        var story = await LiveStory.BeginAsync(database, quick => (rules ?? (own => own))(quick with { ModeratorChannel = "#mods", BoardChannel = null }));
        await story.HappenAsync(LiveStory.Channel("mods"));
        return story;
    }

    internal static async Task PromoteAsync(LiveStory story, long id, string channel)
    {
        await story.WriteAsync(A.Message(Offer).Id(id).In(channel));
        await story.PassMinutesAsync(12);
    }

    internal static Asker Moderator(LiveStory story, string name) => new(TestTime.Community, TestTime.Member(name), story.Clock.GetUtcNow()) { ManagesCommunity = true };

    private static async Task<LiveStory> QueuedAsync(TestDatabase database)
    {
        var story = await BeginAsync(database);
        await PromoteAsync(story, 1, "help");
        await PromoteAsync(story, 2, "second");
        return story;
    }
}
