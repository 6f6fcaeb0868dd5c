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
        story.Cut();
        await story.AnswerAsync(question);

        await Task.Delay(TimeSpan.FromSeconds(4), TimeProvider.System); // Twice the wait: it ends while nothing is heard.
        Assert.Empty(story.Said());

        story.Mend();
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

    private protected abstract Task<Story> BeginAsync(string rules);
}
