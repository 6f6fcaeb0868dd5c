using EngageBot.EndToEndTests.Stories;
using EngageBot.Texts;

namespace EngageBot.EndToEndTests.Slack;

/// <summary>The story on Slack, over sockets.</summary>
public sealed class StoryTests : StorySuite
{
    [Fact]
    public async Task In_a_thread_what_is_chosen_on_a_line_of_the_author_is_about_his_post_and_is_answered_there_and_anybody_may_mark_it()
    {
        await using var story = await SlackStory.BeginAsync(Story.Rules);
        var question = await story.AskAsync(Story.Question);
        var more = await story.GoOnAsync(question, "it is the lid of the red box");
        await story.Bot.UntilStoredAsync(2);
        await story.UntilShownAsync(question);

        var marked = await story.ChooseAsync("bob", "Mark as answered", more);
        Assert.Equal((TextBook.In("en")["answered.done"], question), (marked.Text, marked.Thread));
        await story.UntilHiddenAsync(question);
    }

    private protected override async Task<Story> BeginAsync(string rules) => await SlackStory.BeginAsync(rules);

    private protected override Task<Story> BeginAskingAsync() => SlackStory.BeginAskingAsync(overHttp: false);
}
