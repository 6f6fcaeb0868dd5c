using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.SelfPromotion.Queue;

/// <summary>What nobody answered in a day, in the moderators' queue.</summary>
public sealed class LongWaitListTests
{
    private const string Empty = "Nothing waits for your decision. Thank you!";

    [Theory, EachEngine]
    public async Task What_stays_open_for_a_day_is_in_the_list_until_it_is_left_in_peace(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.AskAsync();
        await story.SkipAsync(TimeSpan.FromHours(23));
        Assert.Equal(Empty, (await ListAsync(story)).Text);

        await story.SkipAsync(TimeSpan.FromHours(2));
        var list = await ListAsync(story);
        Assert.Equal("Nobody answered in 25 h: “how do I open it?” in #help. Only you see this.\nhttps://chat.example/help/1", list.Text);
        Assert.Equal(["Mark as answered", "No reply needed"], list.Buttons.Select(button => button.Label));

        await story.SkipAsync(TimeSpan.FromHours(24));
        Assert.Equal(Empty, (await ListAsync(story)).Text);
    }

    [Theory, EachEngine]
    public async Task One_after_the_other_is_marked_or_passed_over(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.AskAsync();
        await story.AskElsewhereAsync();
        await story.WriteAsync(A.Message("how do I lock it?").Id(3).By("cid").In("help"));
        await story.SkipAsync(TimeSpan.FromHours(30));
        var first = await ListAsync(story);
        Assert.EndsWith("/help/1\n2 more wait.", first.Text, StringComparison.Ordinal);

        var second = Assert.IsType<CommandReply.Replaces>(await story.ModerateAsync(first.Buttons[0].Id));
        Assert.EndsWith("/second/2\n1 more wait.", second.Text, StringComparison.Ordinal);
        var third = Assert.IsType<CommandReply.Replaces>(await story.ModerateAsync(second.Buttons[2].Id));
        Assert.EndsWith("/help/3", third.Text, StringComparison.Ordinal);
        var end = Assert.IsType<CommandReply.Replaces>(await story.ModerateAsync(third.Buttons[1].Id));
        Assert.StartsWith("That was the last one.", end.Text, StringComparison.Ordinal);

        Assert.Equal(["2 | 1", "1 | 1"], await database.RowsAsync("SELECT mark, by_moderator FROM dismissals ORDER BY post"));
        Assert.EndsWith("/second/2", (await ListAsync(story)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_for_a_decision_comes_first()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await BeginAsync(database);
        await story.AskAsync();
        await story.SkipAsync(TimeSpan.FromHours(25));
        await QueueStoryTests.PromoteAsync(story, 11, "help");
        await QueueStoryTests.PromoteAsync(story, 12, "second");
        var list = await ListAsync(story);
        Assert.Contains("promotion", list.Text, StringComparison.Ordinal);
        Assert.EndsWith("/help/1", Assert.IsType<CommandReply.Replaces>(await story.ModerateAsync(list.Buttons[1].Id)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_moderator_cannot_read_is_not_shown_to_him_and_his_press_marks_nothing()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await BeginAsync(database);
        await story.AskAsync();
        await story.SkipAsync(TimeSpan.FromHours(25));
        var list = await ListAsync(story);
        story.Platform.Access[(TestTime.Member("mod"), TestTime.Channel("help"))] = ReadAccess.Cannot;
        Assert.Equal(Empty, (await ListAsync(story)).Text);
        await story.ModerateAsync(list.Buttons[0].Id);
        Assert.Equal(0, await database.CountAsync("dismissals"));
    }

    [Theory, EachEngine]
    public async Task What_comes_by_itself_is_told_to_moderators_alone(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.HappenAsync(new MemberSeen(TestTime.Community, TestTime.Noon, TestTime.Member("feed")) { Name = "feed", IsBot = true });
        for (var number = 1; number <= 5; number++)
        {
            Assert.Equal(Empty, (await ListAsync(story)).Text);
            await story.WriteAsync(A.Message("Big sale in our shop! Buy now at https://shop.example/1").Id(number).By("feed").In("second").With(MessageTraits.Webhook));
        }

        await story.WriteAsync(A.Message("is that real?").Id(9).By("bob").In("second").ReplyingTo(3));
        Assert.Equal(Empty + "\nFrom feeds and webhooks in 30 days, as only you see here:\n• feed in #second: 5, of which somebody replied to 1", (await ListAsync(story)).Text);
        await story.PassMinutesAsync(15);
        Assert.Empty(story.Platform.Sent);

        story.Platform.Access[(TestTime.Member("mod"), TestTime.Channel("second"))] = ReadAccess.Cannot;
        Assert.Equal(Empty, (await ListAsync(story)).Text);
    }

    [Theory, EachEngine]
    public async Task A_bot_that_passes_on_news_is_a_feed_and_one_that_answers_is_none(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await BeginAsync(database);
        await story.HappenAsync(new MemberSeen(TestTime.Community, TestTime.Noon, TestTime.Member("news")) { Name = "news", IsBot = true });
        for (var number = 10; number < 70; number += 10)
        {
            await story.WriteAsync(A.Message("New on our blog: https://blog.example/1").Id(number).By("news").In("second").With(MessageTraits.Bot));
            await story.PassMinutesAsync(2);
            await story.WriteAsync(A.Message("!docs").Id(number + 1).By("bob").In("help"));
            await story.WriteAsync(A.Message("See https://docs.example/1").Id(number + 2).By("docs").In("help").With(MessageTraits.Bot));
            await story.WriteAsync(A.Message("Level up!").Id(number + 3).By("levels").In("second").With(MessageTraits.Bot));
            await story.PassMinutesAsync(2);
        }

        Assert.EndsWith("as only you see here:\n• news in #second: 6, of which somebody replied to 0", (await ListAsync(story)).Text, StringComparison.Ordinal);
    }

    private static Task<LiveStory> BeginAsync(TestDatabase database) => QueueStoryTests.BeginAsync(database, rules => rules with { RestAfter = TimeSpan.FromHours(48) });

    private static async Task<CommandReply.Says> ListAsync(LiveStory story) => Assert.IsType<CommandReply.Says>(await story.TypeAsync("mod", "queue", isModerator: true));
}
