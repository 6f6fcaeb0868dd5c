using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Outbox;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using EngageBot.Texts;

namespace EngageBot.Tests.Nudges.Inbox;

/// <summary>A member looks for something to answer, and says that he will.</summary>
public sealed class InboxCommandTests
{
    private static readonly TextBook English = TextBook.In("en");

    [Theory, EachEngine]
    public async Task Open_posts_are_shown_with_links_what_he_knows_first_and_never_his_own(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        Assert.Equal(English["inbox.empty"], (await OpenAsync(story, "bob")).Text);

        await story.WriteAsync(A.Message("the printer driver works fine with my printer").Id(9).By("bob").In("second"));
        await story.AskAsync();
        await story.SkipAsync(TimeSpan.FromMinutes(5));
        await story.WriteAsync(A.Message("which printer driver do you use for the old printer?").Id(2).By("eve").In("help"));
        await story.WriteAsync(A.Message("how do I paint the wall?").Id(3).By("bob").In("help"));

        var inbox = await OpenAsync(story, "bob");
        Assert.StartsWith(
            $"""
            {English["inbox.title"]}
            1. “which printer driver do you use for the old printer?” in #help, just now
            https://chat.example/help/2
            2. “how do I open it?” in #help, for 5 min
            https://chat.example/help/1
            """.ReplaceLineEndings("\n"),
            inbox.Text,
            StringComparison.Ordinal);
        Assert.Equal(["I'll reply to 1", "I'll reply to 2"], inbox.Buttons.Where(button => button.Id.Command == "inbox").Select(button => button.Label));

        await story.AnswerAsync(10, by: "zoe");
        Assert.DoesNotContain("/help/1", (await OpenAsync(story, "bob")).Text, StringComparison.Ordinal);
        Assert.Contains("/help/3", (await OpenAsync(story, "eve")).Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task His_word_is_shown_to_the_author_and_for_two_hours_nobody_else_is_asked(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind, rules => rules with { AsksPerPost = 1, AsksPerDay = 10, FewestHelpers = 1, RestAfter = TimeSpan.FromHours(48) });
        await story.AgreeAsync("carol");
        await story.AskAsync();
        await story.SkipAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(English["ask.will"], (await PressAsync(story, "bob", await OpenAsync(story, "bob"), "will")).Text);

        await story.PassAsync(40);
        await story.RestartAsync();
        await story.PassAsync(3);
        Assert.DoesNotContain(story.Platform.Sent, sent => sent.To is not null);
        Assert.Equal(["1"], await story.Database.RowsAsync($"SELECT COUNT(*) FROM outbox WHERE kind = {OutboxKind.Eyes:D} AND sent_at IS NOT NULL"));

        var again = await OpenAsync(story, "bob");
        Assert.Contains(English["inbox.yours"], again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(again.Buttons, button => button.Id.Command == "inbox");
        Assert.Equal(English["inbox.empty"], (await OpenAsync(story, "eve")).Text);

        await story.SkipAsync(TimeSpan.FromMinutes(125));
        await story.PassAsync(5);
        Assert.Contains("/help/1", (await OpenAsync(story, "eve")).Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Where_he_was_asked_about_it_too_that_is_his_answer(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind, rules => rules with { AsksPerPost = 1, AsksPerDay = 10, FewestHelpers = 1, RestAfter = TimeSpan.FromHours(48) });
        await story.AgreeAsync("bob");
        await story.AskAsync();
        await story.PassAsync(13);
        Assert.Single(story.Platform.Standing, sent => sent.To == TestTime.Member("bob"));

        await PressAsync(story, "bob", await OpenAsync(story, "bob"), "will");
        await story.PassAsync(2);
        var asked = Assert.Single(story.Platform.Standing, sent => sent.To == TestTime.Member("bob"));
        Assert.Equal((English["ask.will"], 0), (asked.Text, asked.Buttons.Count));
    }

    [Theory, EachEngine]
    public async Task What_he_cannot_read_is_not_shown_and_not_taken_and_so_it_is_at_the_press(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await story.AskAsync();
        await story.HappenAsync(new ChannelSeen(TestTime.Community, TestTime.Noon, TestTime.Channel("den")) { Name = "den", Visibility = ChannelVisibility.Readers, Readers = [TestTime.Member("bob")] });
        await story.WriteAsync(A.Message("how do I open the hidden box?").Id(7).By("eve").In("den"));
        var inbox = await OpenAsync(story, "bob");
        Assert.DoesNotContain("hidden", inbox.Text, StringComparison.Ordinal); // Nobody has it looked after.

        story.Platform.Access[(TestTime.Member("bob"), TestTime.Channel("help"))] = ReadAccess.Cannot;
        Assert.Equal(English["inbox.empty"], (await OpenAsync(story, "bob")).Text);
        Assert.Equal(English["chosen.unknown"], (await PressAsync(story, "bob", inbox, "will")).Text);
        Assert.Equal(0, await story.Database.CountAsync("claims"));
    }

    [Theory, EachEngine]
    public async Task More_than_five_come_page_by_page(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        for (var post = 1; post <= 7; post++)
        {
            await story.WriteAsync(A.Message($"how do I open box {post}?").Id(post).By($"author{post}").In("help"));
            await story.SkipAsync(TimeSpan.FromMinutes(1));
        }

        var first = await OpenAsync(story, "bob");
        Assert.Equal(5, first.Text.Split("https://").Length - 1);
        var more = Assert.Single(first.Buttons, button => button.Id.Action == "more");
        var second = Assert.IsType<CommandReply.Replaces>(await story.PressAsync("bob", more.Id));
        Assert.Contains("/help/6", second.Text, StringComparison.Ordinal);
        Assert.Contains("/help/7", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/help/5", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(second.Buttons, button => button.Id.Action == "more");
    }

    [Theory, EachEngine]
    public async Task One_word_for_a_post_three_at_a_time_and_none_for_what_another_took_or_answered(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        for (var post = 1; post <= 5; post++)
        {
            await story.WriteAsync(A.Message($"how do I open box {post}?").Id(post).By($"author{post}").In("help"));
        }

        var inbox = await OpenAsync(story, "bob");
        Task<CommandReply> WillAsync(string member, int place) => story.PressAsync(member, inbox.Buttons[place].Id);
        Assert.Equal(English["ask.will"], Said(await WillAsync("bob", 0)));
        Assert.Equal(English["inbox.already"], Said(await WillAsync("bob", 0)));
        Assert.Equal(English["inbox.claimed"], Said(await WillAsync("eve", 0)));
        Assert.Equal(English["ask.settled"], Said(await story.PressAsync("author2", inbox.Buttons[1].Id)));
        await WillAsync("bob", 1);
        await WillAsync("bob", 2);
        Assert.Equal(English["inbox.enough"], Said(await WillAsync("bob", 3)));
        Assert.Equal(3, await story.Database.CountAsync("claims"));

        await story.WriteAsync(A.Message("with a key").Id(50).By("zoe").In("help").ReplyingTo(5));
        Assert.Equal(English["ask.answered"], Said(await WillAsync("eve", 4)));
        Assert.Equal(English["chosen.unknown"], Said(await story.PressAsync("eve", new ButtonId("inbox", "will", 4711))));
    }

    private static async Task<CommandReply.Says> OpenAsync(LiveStory story, string member) => Assert.IsType<CommandReply.Says>(await story.TypeAsync(member, "inbox"));

    private static async Task<CommandReply.Says> PressAsync(LiveStory story, string member, CommandReply.Says inbox, string action) =>
        Assert.IsType<CommandReply.Says>(await story.PressAsync(member, inbox.Buttons.First(button => button.Id.Action == action).Id));

    private static string Said(CommandReply reply) => Assert.IsType<CommandReply.Says>(reply).Text;
}
