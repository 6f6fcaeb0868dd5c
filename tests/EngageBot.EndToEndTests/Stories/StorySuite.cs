using EngageBot.Texts;

namespace EngageBot.EndToEndTests.Stories;

/// <summary>A question that nobody answers is shown to everybody, and taken back when somebody does: the same on each platform.</summary>
public abstract class StorySuite
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_question_nobody_answers_is_shown_and_taken_down_when_somebody_does(bool restarts)
    {
        await using var story = await BeginAsync(Story.Rules);
        var question = await story.AskAsync(Story.Question);
        await story.RestartAsync(restarts);
        await story.UntilShownAsync(question);
        Assert.Contains(story.Board(), text => text.Contains("open the lid", StringComparison.Ordinal));

        await story.RestartAsync(restarts);
        await story.AnswerAsync(question);
        await story.UntilHiddenAsync(question);
    }

    [Fact]
    public async Task As_a_reply_it_stands_under_the_question_until_somebody_answers()
    {
        await using var story = await BeginAsync(Story.Rules.Replace("\"Board\"", "\"Reply\"", StringComparison.Ordinal));
        var question = await story.AskAsync(Story.Question);
        await story.Bot.UntilAsync(() => Task.FromResult(story.RepliesTo(question) == 1), "a reply under the question");

        await story.AnswerAsync(question);
        await story.Bot.UntilAsync(() => Task.FromResult(story.RepliesTo(question) == 0), "the reply to be taken away");
    }

    [Fact]
    public async Task A_question_that_is_answered_before_is_never_shown()
    {
        await using var story = await BeginAsync(Story.Rules);
        var question = await story.AskAsync(Story.Question);
        await story.AnswerAsync(question);
        await story.Bot.UntilStoredAsync(2);

        await story.UntilShownAsync(await story.AskElsewhereAsync());

        story.WasNeverSaid("open the lid");
    }

    [Fact]
    public async Task A_mark_that_is_taken_back_no_longer_settles_a_question()
    {
        await using var story = await BeginAsync(Story.Rules);
        var question = await story.AskAsync(Story.Question);
        await story.CheckAsync(question);
        await story.Bot.UntilStoredAsync(1);

        await story.UntilShownAsync(await story.AskElsewhereAsync());
        story.WasNeverSaid("open the lid");

        await story.CheckAsync(question, isTakenBack: true);
        await story.UntilShownAsync(question);
    }

    [Fact]
    public async Task While_the_line_is_cut_nothing_is_said_and_what_was_answered_meanwhile_is_never_shown()
    {
        await using var story = await BeginAsync(Story.Rules);
        var question = await story.AskAsync(Story.Question);
        await story.Bot.UntilStoredAsync(1);
        await story.CutAsync();
        await story.AnswerAsync(question);

        await Task.Delay(TimeSpan.FromSeconds(4), TimeProvider.System); // Twice the wait: it ends while nothing is heard.
        Assert.Empty(story.Said());

        await story.MendAsync();
        await story.UntilShownAsync(await story.AskElsewhereAsync());

        story.WasNeverSaid("open the lid");
        Assert.Empty(await story.Bot.RowsAsync("SELECT 1 FROM nudges n JOIN messages m ON m.id = n.post WHERE m.text LIKE '%open the lid%'"));
    }

    [Fact]
    public async Task A_question_that_is_gone_is_not_shown()
    {
        await using var story = await BeginAsync(Story.Rules);
        story.Forget(await story.AskAsync(Story.Question));

        await story.UntilShownAsync(await story.AskElsewhereAsync());

        story.WasNeverSaid("open the lid");
    }

    [Fact]
    public async Task Who_agreed_is_asked_in_private_says_that_he_will_reply_and_does()
    {
        await using var story = await BeginAskingAsync();
        await story.AgreeAsync("bob");
        var question = await story.AskAsync(Story.Question);

        await story.Bot.UntilAsync(() => Task.FromResult(story.PrivateTo("bob").Count == 1), "a private message");
        var ask = story.PrivateTo("bob")[0];
        Assert.Contains($"“{Story.Question}”", ask.Text, StringComparison.Ordinal);
        Assert.True(story.LinksTo(ask.Text, question), ask.Text);
        Assert.Equal(["I'll reply", "Not for me", "Not needed", "Stop asking me"], ask.Buttons);

        await story.PressAsync("bob", "I'll reply");
        await story.Bot.UntilAsync(() => Task.FromResult(story.PrivateTo("bob") is [{ Buttons.Count: 0 } said] && said.Text.Contains("Thank you!", StringComparison.Ordinal)), "thanks for it");
        await story.Bot.UntilAsync(() => Task.FromResult(!story.IsShown(question)), "the board to be without it");

        await story.AnswerAsync(question);
        await story.Bot.UntilAsync(() => Task.FromResult(story.PrivateTo("bob") is [{ Text: "You answered. Thank you!", Buttons.Count: 0 }]), "the message to be changed");
        Assert.Empty(story.PrivateTo("carol"));
    }

    [Fact]
    public async Task What_does_not_come_to_one_helper_goes_to_the_next_and_is_never_said_in_public()
    {
        await using var story = await BeginAskingAsync();
        await story.AgreeAsync("bob");
        await story.AgreeAsync("carol");
        story.LoseNextPrivate();

        await story.AskAsync(Story.Question);
        await story.Bot.UntilAsync(() => Task.FromResult(story.PrivateTo("bob").Count + story.PrivateTo("carol").Count == 1), "a private message to the next");
        await story.Bot.UntilAsync(async () => (await story.Bot.RowsAsync("SELECT state FROM outbox WHERE member IS NOT NULL ORDER BY id")).SequenceEqual(["4", "3"]), "one refused and one sent");

        Assert.Equal(["2"], await story.Bot.RowsAsync("SELECT COUNT(DISTINCT member) FROM outbox"));
        Assert.DoesNotContain(story.Board(), text => text.Contains("Somebody is waiting for an answer", StringComparison.Ordinal));
        Assert.DoesNotContain(await story.Bot.RowsAsync("SELECT text FROM messages"), text => text.Contains("Somebody is waiting for an answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_a_message_somebody_is_sought_before_the_wait_is_over_and_it_is_marked_and_its_author_is_given_tips()
    {
        var texts = TextBook.In("en");
        await using var story = await BeginAsync(Story.Rules.Replace("00:00:02", "05:00:00", StringComparison.Ordinal));
        var question = await story.AskAsync(Story.Question);
        await story.Bot.UntilStoredAsync(1);

        Assert.Equal(texts["find.board"], (await story.ChooseAsync("bob", "Find someone to answer", question)).Text);
        await story.UntilShownAsync(question);
        Assert.Equal(texts["find.shown"], (await story.ChooseAsync("carol", "Find someone to answer", question)).Text);
        Assert.StartsWith(texts["chances.title"], (await story.ChooseAsync("ada", "Improve my chances", question)).Text, StringComparison.Ordinal);
        Assert.Equal(texts["chances.not-yours"], (await story.ChooseAsync("bob", "Improve my chances", question)).Text);

        var marked = await story.ChooseAsync("ada", "Mark as answered", question);
        Assert.Equal(texts["answered.done"], marked.Text);
        await story.UntilHiddenAsync(question);
        Assert.Equal(texts["mark.undone"], (await story.PressShownAsync("ada", marked)).Text);
        await story.UntilShownAsync(question);

        Assert.Equal(texts["no-reply.done"], (await story.ChooseAsync("carol", "No reply needed", question)).Text);
        await story.UntilHiddenAsync(question);
    }

    private protected abstract Task<Story> BeginAsync(string rules);

    /// <summary>By <see cref="Story.AskingRules"/>, at an hour at which people are asked.</summary>
    private protected abstract Task<Story> BeginAskingAsync();
}
