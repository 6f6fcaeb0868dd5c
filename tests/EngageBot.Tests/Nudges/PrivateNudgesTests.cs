using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Nudges;

/// <summary>People who agreed are asked in private.</summary>
public sealed class PrivateNudgesTests
{
    private static readonly string[] Helpers = ["bob", "cid", "dan"];

    [Theory, EachEngine]
    public async Task Somebody_who_agreed_is_asked_in_private_and_answers_and_hears_that_it_helped(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);
        await story.WriteAsync(A.Message("how do I open the <b>*box*</b> @everyone?").Id(1).In("help"));
        await story.PassAsync(13);

        var ask = Assert.Single(story.Platform.Standing);
        Assert.Contains(ask.To!.Value.Value, Helpers);
        Assert.Equal(
            "Hi! Somebody is waiting for an answer that you may know:\n“how do I open the ‹b› box ‹/b› ·everyone?” in #help\nhttps://chat.example/help/1\n"
            + "I ask you because you said that I may ask you sometimes. Even half an answer helps. If it does not suit you, that is fine.",
            ask.Text);
        Assert.Equal(["I'll reply", "Not for me", "Not needed", "Stop asking me"], ask.Buttons.Select(button => button.Label));
        Assert.Equal(["ask | sent | -"], await story.OutboxAsync());

        await story.AnswerAsync(2, by: ask.To.Value.Value);
        await story.PassAsync(2);
        Assert.Equal(("You answered. Thank you!", 0), (story.Platform.Standing.Single().Text, story.Platform.Standing.Single().Buttons.Count));
        Assert.Equal(["1 | 0"], await story.Database.RowsAsync(Outcomes));

        await story.WriteAsync(A.Message("thanks, that is it").Id(3).In("help").ReplyingTo(2));
        await story.PassAsync(60);
        Assert.Equal(["1 | 1"], await story.Database.RowsAsync(Outcomes));
        Assert.Single(story.Platform.Sent);
    }

    [Theory, EachEngine]
    public async Task The_message_says_what_he_answered_about_before(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);
        await story.WriteAsync(A.Message("the printer driver crashes, why?").Id(1).By("eve").In("help"));
        await story.WriteAsync(A.Message("the printer driver needs an older kernel").Id(2).By("cid").In("help").ReplyingTo(1));
        await story.WriteAsync(A.Message("which printer driver do you use?").Id(3).In("help"));
        await story.PassAsync(13);

        var ask = Assert.Single(story.Platform.Standing);
        Assert.Equal(TestTime.Member("cid"), ask.To);
        Assert.Matches("I ask you because you answered about this before: (printer, driver|driver, printer)\\.", ask.Text);
    }

    [Theory, EachEngine]
    public async Task A_closed_door_sends_the_bot_to_the_next_helper_and_never_to_a_public_place(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);
        Close(story, "bob", "dan");
        await story.AskAsync();
        await story.PassAsync(18);
        Assert.Equal(TestTime.Member("cid"), Assert.Single(story.Platform.Sent).To);

        Close(story, Helpers);
        await story.SkipAsync(TimeSpan.FromDays(4));
        await story.AskElsewhereAsync();
        await story.PassAsync(18);
        Assert.Single(story.Platform.Sent);

        await story.PassAsync(10); // The post goes the way of every other that stays open; nobody is named.
        Assert.DoesNotContain(Helpers, name => story.Platform.Standing.Single(sent => sent.To is null).Text.Contains(name, StringComparison.Ordinal));
    }

    [Theory, EachEngine]
    public async Task While_somebody_said_that_he_will_reply_nobody_else_is_asked_and_the_board_does_not_show_it(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);
        var (helper, ask) = await AskedAsync(story);
        Assert.Equal("Thank you! I ask nobody else for two hours.", Assert.IsType<CommandReply.Replaces>(await story.PressAsync(helper, "will")).Text);
        await story.PassMinutesAsync(100);
        Assert.Equal("Thank you! I ask nobody else for two hours.", Assert.Single(story.Platform.Sent).Text);
        Assert.Empty(story.Platform.Standing.Single().Buttons);

        await story.AnswerAsync(2, by: helper);
        await story.PassMinutesAsync(60);
        Assert.Equal((ask.Place, "You answered. Thank you!"), (story.Platform.Sent.Single().Place, story.Platform.Sent.Single().Text));
    }

    [Theory, EachEngine]
    public async Task A_word_that_is_not_kept_lapses_without_a_word_and_the_next_step_goes_on(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);
        var (helper, _) = await AskedAsync(story);
        await story.PressAsync(helper, "will");
        await story.RestartAsync();
        await story.PassMinutesAsync(118);
        Assert.Single(story.Platform.Standing);

        await story.PassMinutesAsync(5);
        Assert.Contains("how do I open it?", story.Platform.Standing.Single(sent => sent.To is null).Text, StringComparison.Ordinal);
        Assert.Equal("Thank you! I ask nobody else for two hours.", story.Platform.Standing.Single(sent => sent.To is not null).Text);
    }

    [Theory, EachEngine]
    public async Task Eyes_under_a_post_hold_for_two_hours_too(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);
        await story.AskAsync();
        await story.HappenAsync(new ReactionAdded(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Channel("help")) { Message = new MessageId(1), Member = TestTime.Member("zoe"), Emoji = "👀" });
        await story.PassMinutesAsync(115);
        Assert.Empty(story.Platform.Sent);
        await story.PassMinutesAsync(10);
        Assert.NotEmpty(story.Platform.Sent);
    }

    [Theory, EachEngine]
    public async Task Not_for_me_asks_the_next_helper_once(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);
        var (first, _) = await AskedAsync(story);
        await story.PressAsync(first, "not-for-me");
        await story.PassAsync(2);
        var second = story.Platform.Sent.Last().To!.Value.Value;
        Assert.NotEqual(first, second);
        Assert.Equal(2, story.Platform.Sent.Count());

        await story.PressAsync(second, "not-for-me");
        await story.PassAsync(4);
        Assert.Equal(2, story.Platform.Sent.Count());
        Assert.All(story.Platform.Sent, sent => Assert.Equal("All right, thank you for looking.", sent.Text));
    }

    [Theory, EachEngine]
    public async Task Not_needed_settles_the_post(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);
        var (helper, _) = await AskedAsync(story);
        await story.PressAsync(helper, "not-needed");
        await story.RestartAsync();
        await story.PassAsync(60);

        Assert.Equal("Thank you, then I leave it in peace.", Assert.Single(story.Platform.Sent).Text);
        Assert.Equal([$"1 | {helper}"], await story.Database.RowsAsync("SELECT p.number, m.name FROM dismissals d JOIN messages p ON p.id = d.post JOIN members m ON m.id = d.member"));
    }

    [Theory, EachEngine]
    public async Task Stop_asking_me_is_for_good_and_the_next_helper_is_asked(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);
        var (first, _) = await AskedAsync(story);
        await story.PressAsync(first, "stop");
        await story.PassAsync(2);
        Assert.Equal(2, story.Platform.Sent.Select(sent => sent.To).Distinct().Count());
        Assert.Equal([first], await story.Database.RowsAsync("SELECT m.name FROM member_settings s JOIN members m ON m.id = s.member WHERE s.helps_since IS NULL"));

        await story.SkipAsync(TimeSpan.FromDays(4));
        await story.AskElsewhereAsync();
        await story.PassAsync(30);
        Assert.Single(story.Platform.Sent, sent => sent.To == TestTime.Member(first));
    }

    [Theory, EachEngine]
    public async Task A_button_counts_for_the_one_who_was_asked_alone_and_once(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);
        var (helper, ask) = await AskedAsync(story);
        var button = ask.Buttons[2].Id;
        Assert.IsType<CommandReply.Says>(await story.PressAsync("mallory", button));
        Assert.IsType<CommandReply.Says>(await story.PressAsync(helper, button with { Subject = button.Subject + 1 }));
        Assert.Equal(0, await story.Database.CountAsync("dismissals"));

        await story.PressAsync(helper, ask.Buttons[1].Id);
        Assert.Equal("All right, thank you for looking.", Assert.IsType<CommandReply.Replaces>(await story.PressAsync(helper, button)).Text);
        Assert.Equal(0, await story.Database.CountAsync("dismissals"));
    }

    [Theory, EachEngine]
    public async Task An_answer_that_comes_between_decision_and_sending_cancels_it(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);
        await story.AskAsync();
        story.Platform.Faults.Enqueue(FakeFault.PutOff);
        await story.PassAsync(12);
        Assert.Equal(["ask | planned | The platform put it off."], await story.OutboxAsync());

        await story.AnswerAsync(2, by: "zoe");
        await story.PassAsync(60);
        Assert.Empty(story.Platform.Sent);
        Assert.Equal(["ask | withdrawn | Somebody replied."], await story.OutboxAsync());
    }

    [Theory, EachEngine]
    public async Task When_somebody_else_answers_the_message_says_so_without_a_new_one(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);
        await AskedAsync(story);
        await story.AnswerAsync(2, by: "zoe");
        await story.PassAsync(2);
        Assert.Equal(("Somebody answered meanwhile. Thank you!", 0), (story.Platform.Sent.Single().Text, story.Platform.Sent.Single().Buttons.Count));
        Assert.Equal(["0 | 0"], await story.Database.RowsAsync(Outcomes));
    }

    [Theory, EachEngine]
    public async Task A_quote_is_changed_with_the_post_and_goes_with_it(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);
        await AskedAsync(story);
        await story.HappenAsync(new MessageEdited(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Channel("help")) { Id = new MessageId(1), Text = "how do I shut it?" });
        await story.PassAsync(2);
        Assert.Contains("“how do I shut it?”", Assert.Single(story.Platform.Standing).Text, StringComparison.Ordinal);
        Assert.Equal(4, story.Platform.Standing.Single().Buttons.Count);

        await story.RemoveAsync("help", 1);
        await story.PassAsync(2);
        Assert.Empty(story.Platform.Standing);
    }

    [Theory, EachEngine]
    public async Task Who_may_not_read_the_channel_is_not_shown_the_post(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);
        story.Platform.Access[(TestTime.Member("bob"), TestTime.Channel("help"))] = ReadAccess.Cannot;
        story.Platform.Access[(TestTime.Member("dan"), TestTime.Channel("help"))] = ReadAccess.Unknown;
        await story.AskAsync();
        await story.PassAsync(18);
        Assert.Equal(TestTime.Member("cid"), Assert.Single(story.Platform.Sent).To);
    }

    internal const string Outcomes =
        "SELECT CASE WHEN replied_at IS NULL THEN 0 ELSE 1 END AS replied, CASE WHEN thanked_at IS NULL THEN 0 ELSE 1 END AS thanked FROM nudges WHERE step = 1";

    private static async Task<LiveStory> BeginAsync(TestEngine kind)
    {
        var story = await LiveStory.BeginAsync(kind, Rules);
        await story.AgreeAsync(Helpers);
        return story;
    }

    private static CommunityRules Rules(CommunityRules rules) => rules with { AsksPerPost = 1, AsksPerDay = 10, RestAfter = TimeSpan.FromHours(48) };

    private static async Task<(string Helper, FakeMessage Ask)> AskedAsync(LiveStory story)
    {
        await story.AskAsync();
        await story.PassAsync(12);
        var ask = Assert.Single(story.Platform.Standing);
        return (ask.To!.Value.Value, ask);
    }

    private static void Close(LiveStory story, params IEnumerable<string> members)
    {
        foreach (var member in members)
        {
            story.Platform.Closed.Add(TestTime.Member(member));
        }
    }
}
