using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Nudges.Seeking;
using EngageBot.Tests.Database;
using EngageBot.TestKit;
using EngageBot.Texts;

namespace EngageBot.Tests.Nudges.Seeking;

/// <summary>A member wants somebody to be found who may answer a post.</summary>
public sealed class FindCommandTests
{
    private static readonly TextBook English = TextBook.In("en");

    [Theory, EachEngine]
    public async Task Somebody_is_asked_now_and_not_only_when_the_wait_is_over_and_then_the_ladder_goes_on(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, "bob");
        await story.AskAsync();
        Assert.Equal(English["find.asks"], await FindAsync(story, "eve"));
        await story.PassAsync(2);

        var ask = Assert.Single(story.Platform.Sent);
        Assert.Equal(TestTime.Member("bob"), ask.To);
        Assert.DoesNotContain("eve", ask.Text, StringComparison.Ordinal);
        Assert.Equal(English["find.asked.one"], await FindAsync(story, "eve"));
        Assert.Equal(English["find.asked.one"], await FindAsync(story, "ada"));

        await story.PassMinutesAsync(50);
        Assert.Single(story.Platform.Sent);
        await story.PassMinutesAsync(15);
        Assert.Contains("how do I open it?", story.Platform.Standing.Single(sent => sent.To is null).Text, StringComparison.Ordinal);
        Assert.Single(story.Platform.Sent, sent => sent.To is not null);
    }

    [Theory, EachEngine]
    public async Task Where_nobody_agreed_it_goes_to_the_board_at_once(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);
        await story.AskAsync();
        Assert.Equal(English["find.board"], await FindAsync(story, "eve"));
        await story.PassAsync(2);

        Assert.Contains("how do I open it?", Assert.Single(story.Platform.Standing).Text, StringComparison.Ordinal);
        Assert.Equal(English["find.shown"], await FindAsync(story, "eve"));
    }

    [Theory, EachEngine]
    public async Task A_process_that_dies_before_anybody_was_asked_asks_when_it_starts_again(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, "bob");
        await story.AskAsync();
        await story.Database.ExecuteAsync("INSERT INTO sought_posts (post, member, at) SELECT m.id, m.author, m.at FROM messages m");
        await story.RestartAsync();
        await story.PassAsync(2);
        Assert.Equal(TestTime.Member("bob"), Assert.Single(story.Platform.Sent).To);

        await story.RestartAsync();
        await story.PassAsync(5);
        Assert.Single(story.Platform.Sent);
    }

    [Theory, EachEngine]
    public async Task Who_presses_again_and_again_is_asked_kindly_to_leave_it_and_nobody_hears_more_of_the_bot(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, "bob");
        for (var post = 1; post <= SoughtPosts.MostADay + 1; post++)
        {
            await story.WriteAsync(A.Message($"how do I open box number {post}?").Id(post).By($"author{post}").In("help"));
        }

        for (var post = 1; post <= SoughtPosts.MostADay; post++)
        {
            Assert.Equal(English[post == 1 ? "find.asks" : "find.board"], await FindAsync(story, "eve", post));
            await story.PassAsync(2);
        }

        Assert.Equal(English["find.enough"], await FindAsync(story, "eve", SoughtPosts.MostADay + 1));
        Assert.Equal(SoughtPosts.MostADay, await story.Database.CountAsync("sought_posts"));
        Assert.Single(story.Platform.Sent, sent => sent.To is not null);
        Assert.Equal(English["find.board"], await FindAsync(story, "zoe", SoughtPosts.MostADay + 1));

        await story.WriteAsync(A.Message("how do I open the last box?").Id(9).By("author9").In("help"));
        await story.SkipAsync(TimeSpan.FromHours(25));
        Assert.NotEqual(English["find.enough"], await FindAsync(story, "eve", 9));
    }

    [Theory, EachEngine]
    public async Task Where_the_bot_only_observes_it_says_what_it_would_do_and_does_nothing(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database, Rules, isLive: false);
        await story.AskAsync();
        Assert.Equal(English["find.would"], await FindAsync(story, "eve"));
        await story.PassAsync(5);
        Assert.Empty(story.Platform.Sent);
        Assert.Equal((0, 0), (await database.CountAsync("sought_posts"), await database.CountAsync("nudges")));
    }

    [Theory, EachEngine]
    public async Task Nobody_is_asked_where_that_step_is_not_live(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind, rules => Rules(rules) with { Steps = [new StepRules { Step = LiveStep.Asks, IsOn = false }] });
        await story.AgreeAsync("bob");
        await story.AskAsync();
        Assert.Equal(English["find.board"], await FindAsync(story, "eve"));
        await story.PassAsync(5);
        Assert.Null(Assert.Single(story.Platform.Sent).To);
    }

    [Theory, EachEngine]
    public async Task In_quiet_hours_the_message_waits_for_the_morning(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind, rules => Rules(rules) with { QuietHours = new QuietHours(new TimeOnly(11, 0), new TimeOnly(14, 0), "UTC") });
        await story.AgreeAsync("bob");
        await story.AskAsync();
        Assert.Equal(English["find.asks"], await FindAsync(story, "eve"));
        await story.PassMinutesAsync(90);
        Assert.Empty(story.Platform.Sent);
        await story.PassMinutesAsync(180);
        Assert.Equal(TestTime.Member("bob"), story.Platform.Sent.First().To);
    }

    [Theory, EachEngine]
    public async Task That_his_words_want_an_answer_an_author_can_say_himself(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, "bob");
        await story.WriteAsync(A.Message("the lid of the red box and I are no friends today").Id(1).In("help"));
        Assert.Equal(English["find.asks-nothing"], await FindAsync(story, "eve"));
        Assert.Equal(English["find.asks"], await FindAsync(story, "ada"));
        await story.PassAsync(2);
        Assert.Equal(TestTime.Member("bob"), Assert.Single(story.Platform.Sent).To);
    }

    [Theory, EachEngine]
    public async Task A_line_by_which_an_author_goes_on_stands_for_his_post_and_a_reply_does_not(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, "bob");
        await story.AskAsync();
        await story.WriteAsync(A.Message("it is the red one").Id(2).In("help").ReplyingTo(1));
        await story.WriteAsync(A.Message("and it is locked").Id(3).In("help").ReplyingTo(2));
        Assert.Equal(English["find.asks"], await FindAsync(story, "eve", 3));
        Assert.Equal(["1"], await story.Database.RowsAsync("SELECT m.number FROM sought_posts s JOIN messages m ON m.id = s.post"));

        await story.AnswerAsync(4, by: "zoe");
        Assert.Equal(English["chosen.reply"], await FindAsync(story, "eve", 4));
        Assert.Equal(English["find.replied"], await FindAsync(story, "eve", 3));
    }

    [Theory, EachEngine]
    public async Task What_is_not_known_or_not_looked_after_is_said_so(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind, rules => Rules(rules) with { IgnoredChannels = ["second"] });
        await story.AskAsync();
        await story.AskElsewhereAsync();
        await story.WriteAsync(A.Message("the build is broken, who can help?").Id(3).By("ci").In("help").With(MessageTraits.Bot));
        Assert.Equal(English["chosen.unknown"], await FindAsync(story, "eve", 77));
        Assert.Equal(English["chosen.unknown"], Said(await story.ChooseAsync("eve", "find", 1, channel: "nowhere")));
        Assert.Equal(English["chosen.unwatched"], Said(await story.ChooseAsync("eve", "find", 2, channel: "second")));
        Assert.Equal(English["chosen.program"], await FindAsync(story, "eve", 3));

        story.Platform.Access[(TestTime.Member("eve"), TestTime.Channel("help"))] = ReadAccess.Cannot;
        Assert.Equal(English["chosen.unknown"], await FindAsync(story, "eve"));
        Assert.Equal(0, await story.Database.CountAsync("sought_posts"));
    }

    [Theory, EachEngine]
    public async Task What_somebody_marked_stays_so_until_that_is_taken_back(TestEngine kind)
    {
        await using var story = await BeginAsync(kind, "bob");
        await story.AskAsync();
        await story.ChooseAsync("eve", "no-reply", 1);
        Assert.Empty(Assert.IsType<CommandReply.Says>(await story.ChooseAsync("zoe", "find", 1)).Buttons);
        var told = Assert.IsType<CommandReply.Says>(await story.ChooseAsync("ada", "find", 1));
        Assert.Equal(English["no-reply.already"], told.Text);
        await story.PassAsync(2);
        Assert.Empty(story.Platform.Sent);

        await story.PressAsync("ada", Assert.Single(told.Buttons).Id);
        Assert.Equal(English["find.asks"], await FindAsync(story, "ada"));
    }

    private static async Task<LiveStory> BeginAsync(TestEngine kind, params string[] helpers)
    {
        var story = await LiveStory.BeginAsync(kind, Rules);
        await story.AgreeAsync(helpers);
        return story;
    }

    /// <summary>With an hour to wait, so that nothing comes of itself.</summary>
    private static CommunityRules Rules(CommunityRules rules) => rules with
    {
        WaitAtLeast = TimeSpan.FromHours(1),
        WaitAtMost = TimeSpan.FromHours(1),
        WaitWithoutHistory = TimeSpan.FromHours(1),
        BoardAtMost = TimeSpan.FromHours(20),
        RestAfter = TimeSpan.FromHours(48),
        FewestHelpers = 1,
        AsksPerPost = 1,
        AsksPerDay = 10,
    };

    private static async Task<string> FindAsync(LiveStory story, string member, long message = 1) => Said(await story.ChooseAsync(member, "find", message));

    private static string Said(CommandReply reply) => Assert.IsType<CommandReply.Says>(reply).Text;
}
