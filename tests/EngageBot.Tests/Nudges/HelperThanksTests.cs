using EngageBot.Chat;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Nudges;

/// <summary>Closing the loop: a helper hears, once a week, that his answer was taken up.</summary>
public sealed class HelperThanksTests
{
    [Theory, EachEngine]
    public async Task A_helper_hears_in_one_line_that_the_author_took_up_his_answer(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        var helper = await HelpedAsync(story, 1);
        await story.PassMinutesAsync(31);

        var thanks = Assert.Single(story.Platform.Standing, sent => sent.Text.StartsWith("It helped", StringComparison.Ordinal));
        Assert.Equal(TestTime.Member(helper), thanks.To);
        Assert.Equal("It helped: the author of “how do I open it?” in #help took up your answer. Thank you! https://chat.example/help/1", thanks.Text);
        Assert.Empty(thanks.Buttons);
        await story.RestartAsync();
        await story.SkipAsync(TimeSpan.FromDays(8));
        Assert.Equal(2, story.Platform.Sent.Count());
    }

    [Theory, EachEngine]
    public async Task Who_answered_from_the_board_hears_of_it_too_where_he_agreed_to_hear_from_the_bot(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await story.AgreeAsync("bob");
        await AskedAndThankedAsync(story, 1, "bob");
        await AskedAndThankedAsync(story, 11, "eve");
        await story.PassMinutesAsync(31);
        Assert.Equal(TestTime.Member("bob"), Assert.Single(story.Platform.Sent, sent => sent.To is not null).To);
        Assert.Equal(["It helped: the author of “how do I open box 1?” in #help took up your answer. Thank you! https://chat.example/help/1"], Thanks(story));
        await story.RestartAsync();
        await story.SkipAsync(TimeSpan.FromDays(8));
        Assert.Single(Thanks(story));
    }

    [Theory, EachEngine]
    public async Task And_so_does_who_took_it_on_from_his_inbox_but_nobody_who_came_by_himself(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind, rules => rules with { WaitAtLeast = TimeSpan.FromMinutes(30), WaitAtMost = TimeSpan.FromHours(1), WaitWithoutHistory = TimeSpan.FromHours(1), BoardAtMost = TimeSpan.FromHours(2) });
        await story.AgreeAsync("bob", "cid");
        await story.WriteAsync(A.Message("how do I open box 1?").Id(1).In("help"));
        await story.WriteAsync(A.Message("how do I open box 5?").Id(5).In("second"));
        await story.PressAsync("bob", new ButtonId("inbox", "will", long.Parse((await story.Database.RowsAsync("SELECT id FROM messages WHERE number = 1")).Single(), System.Globalization.CultureInfo.InvariantCulture)));
        foreach (var (post, by, channel) in new[] { (1L, "bob", "help"), (5L, "cid", "second") })
        {
            await story.WriteAsync(A.Message("with a key, of course").Id(post + 1).By(by).In(channel).ReplyingTo(post));
            await story.WriteAsync(A.Message("thanks, that is it").Id(post + 2).In(channel).ReplyingTo(post + 1));
        }

        await story.PassMinutesAsync(31);
        Assert.Equal([TestTime.Member("bob")], story.Platform.Sent.Where(sent => sent.Text.StartsWith("It helped", StringComparison.Ordinal)).Select(sent => sent.To!.Value));
    }

    private static async Task AskedAndThankedAsync(LiveStory story, long id, string helper)
    {
        await story.WriteAsync(A.Message($"how do I open box {id}?").Id(id).By($"author{id}").In("help"));
        await story.PassAsync(13);
        await story.WriteAsync(A.Message("with a key, of course").Id(id + 1).By(helper).In("help").ReplyingTo(id));
        await story.HappenAsync(new ReactionAdded(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Channel("help")) { Message = new MessageId(id + 1), Member = TestTime.Member($"author{id}"), Emoji = "❤" });
        await story.PassAsync(2);
    }

    [Theory, EachEngine]
    public async Task What_comes_in_a_week_is_bundled(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await HelpedAsync(story, 1);
        await story.PassMinutesAsync(31);
        foreach (var id in new[] { 10L, 20L })
        {
            await story.SkipAsync(TimeSpan.FromDays(2));
            await HelpedAsync(story, id);
            await story.PassMinutesAsync(31);
        }

        Assert.Single(Thanks(story));
        await story.SkipAsync(TimeSpan.FromDays(4));
        await story.PassMinutesAsync(31);
        Assert.Equal("It helped: 2 people took up your answers, the last one in #help. Thank you! https://chat.example/help/20", Thanks(story)[^1]);
    }

    [Theory]
    [InlineData(FakeFault.DieBefore), InlineData(FakeFault.DieAfter), InlineData(FakeFault.LoseAnswer)]
    public async Task Whatever_happens_on_the_way_it_is_said_once(FakeFault fault)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await BeginAsync(database);
        await HelpedAsync(story, 1, fault);
        await story.PassMinutesAsync(40);
        Assert.Single(Thanks(story));
    }

    [Fact]
    public async Task Whoever_opted_out_hears_nothing()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await BeginAsync(database);
        var helper = await HelpedAsync(story, 1);
        await story.HappenAsync(new MemberChoice.LeavesOut(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member(helper)));
        await story.PassMinutesAsync(40);
        Assert.Empty(Thanks(story));
    }

    [Theory, EachEngine]
    public async Task While_somebody_said_that_he_will_reply_the_author_sees_eyes(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(13);
        await story.PressAsync("bob", "will");
        await story.PassAsync(2);
        Assert.Equal([(new MessageId(1), "👀")], story.Platform.Reactions);

        await story.WriteAsync(A.Message("with a key").Id(2).By("bob").In("help").ReplyingTo(1));
        await story.PassAsync(2);
        Assert.Empty(story.Platform.Reactions);
    }

    [Theory]
    [InlineData(FakeFault.None), InlineData(FakeFault.DieAfter), InlineData(FakeFault.LoseAnswer), InlineData(FakeFault.PutOff)]
    public async Task Eyes_go_when_the_word_lapses(FakeFault fault)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await BeginAsync(database);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(13);
        story.Platform.Faults.Enqueue(FakeFault.None); // The message with the buttons is changed, or the eyes come first.
        story.Platform.Faults.Enqueue(fault);
        await story.PressAsync("bob", "will");
        await story.PassAsync(20);
        Assert.Single(story.Platform.Reactions);

        await story.PassMinutesAsync(121);
        Assert.Empty(story.Platform.Reactions);
    }

    [Fact]
    public async Task Where_the_bot_may_not_react_that_is_noted_and_nothing_else_changes()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await BeginAsync(database);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(13);
        story.Platform.Faults.Enqueue(FakeFault.None);
        story.Platform.Faults.Enqueue(FakeFault.Forbid);
        await story.PressAsync("bob", "will");
        await story.PassAsync(20);
        Assert.Empty(story.Platform.Reactions);
        Assert.Contains("other 15 | refused | the bot lacks a permission", await story.OutboxAsync());
        Assert.Empty(await database.RowsAsync("SELECT code FROM health"));
    }

    private static IReadOnlyList<string> Thanks(LiveStory story) =>
        [.. story.Platform.Sent.Where(sent => sent.Text.StartsWith("It helped", StringComparison.Ordinal)).Select(sent => sent.Text)];

    private static async Task<LiveStory> BeginAsync(TestDatabase database)
    {
        var story = await LiveStory.BeginAsync(database, rules => rules with { FewestHelpers = 1, AsksPerDay = 100, BetweenAsks = TimeSpan.Zero });
        await story.AgreeAsync("bob");
        return story;
    }

    /// <summary>Somebody asks, a helper is asked and answers, and the author thanks him.</summary>
    private static async Task<string> HelpedAsync(LiveStory story, long id, FakeFault fault = FakeFault.None)
    {
        await story.WriteAsync(A.Message("how do I open it?").Id(id).By($"author{id}").In("help"));
        await story.PassAsync(13);
        await story.WriteAsync(A.Message("with a key, of course").Id(id + 1).By("bob").In("help").ReplyingTo(id));
        await story.PassAsync(3);
        await story.WriteAsync(A.Message("thanks, that is it").Id(id + 2).By($"author{id}").In("help").ReplyingTo(id + 1));
        await story.PassAsync(2);
        story.Platform.Faults.Enqueue(fault);
        return "bob";
    }
}
