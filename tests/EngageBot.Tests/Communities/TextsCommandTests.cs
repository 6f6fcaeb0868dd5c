using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using EngageBot.Texts;

namespace EngageBot.Tests.Communities;

/// <summary>Moderators word what the bot says, and members read it so.</summary>
public sealed class TextsCommandTests
{
    [Theory, EachEngine]
    public async Task What_moderators_wrote_is_shown_to_them_said_to_members_and_taken_back_by_a_press(TestEngine engine)
    {
        await using var story = await LiveStory.BeginAsync(engine);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        Assert.StartsWith("Waiting for an answer:", Assert.Single(story.Platform.Standing).Text, StringComparison.Ordinal);

        var changed = Says(await WordAsync(story, "board.title", " Wer weiß es?\r\nIch nicht. "));
        Assert.Equal("Members read it like this from now on (board.title):\n\nWer weiß es?\nIch nicht.", changed.Text);
        await story.PassAsync(2);
        Assert.StartsWith("Wer weiß es?\nIch nicht.\n• “how do I open it?” in #help", Assert.Single(story.Platform.Standing).Text, StringComparison.Ordinal);

        Assert.Contains("Texts in words of your own: 1.", Says(await story.TypeAsync("mod", "rules", isModerator: true)).Text, StringComparison.Ordinal);
        Assert.Contains("✎ board.title: Wer weiß es?", Says(await story.TypeAsync("mod", "texts", isModerator: true)).Text, StringComparison.Ordinal);
        await story.ModerateAsync(changed.Buttons[2].Id);
        await story.PassAsync(2);
        Assert.StartsWith("Waiting for an answer:", Assert.Single(story.Platform.Standing).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_usual_words_come_back_by_a_press()
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite);
        var changed = Says(await WordAsync(story, "ask.will", "Great!"));
        Assert.Equal(["Change it again", "Back to the usual words", "Undo the last change"], changed.Buttons.Select(button => button.Label));
        Assert.Equal("Great!", Assert.Single(Assert.IsType<CommandReply.Opens>(await story.ModerateAsync(changed.Buttons[0].Id)).Form.Fields).Value);
        var usual = Says(await story.ModerateAsync(changed.Buttons[1].Id));
        Assert.EndsWith("Thank you! I ask nobody else for two hours.", usual.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(usual.Buttons, button => button.Label == "Back to the usual words");
        Assert.Empty(story.Book.Of(TestTime.Community).Texts);
    }

    [Fact]
    public async Task What_cannot_be_said_is_refused_in_the_form_and_nothing_changes()
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite);
        var refused = Assert.IsType<CommandReply.Complains>(await WordAsync(story, "ask.text", "Come, @everyone: {post} {why}"));
        Assert.Contains("nothing was changed: the text ask.text must mention nobody", refused.InWords, StringComparison.Ordinal);
        Assert.Equal(0, await story.Database.CountAsync("rule_revisions"));
        Assert.IsType<CommandReply.Says>(await story.ModerateAsync(new ButtonId("texts", "usual-privacy-ask", 0)));
        Assert.Equal(0, await story.Database.CountAsync("rule_revisions"));
    }

    [Fact]
    public async Task Who_is_asked_and_who_answers_read_the_words_of_the_community()
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite, rules => rules with
        {
            FewestHelpers = 0,
            Texts = new Dictionary<string, string> { ["ask.text"] = "Ahoy! {why}\n{post}", ["ask.will"] = "Aye!" },
        });
        await story.AgreeAsync("bob");
        await story.AskAsync();
        await story.PassAsync(15);
        var asked = Assert.Single(story.Platform.Sent, sent => sent.To is not null);
        Assert.StartsWith("Ahoy! I ask you because you said that I may ask you sometimes.\n“how do I open it?” in #help", asked.Text, StringComparison.Ordinal);
        Assert.Equal("Aye!", Assert.IsType<CommandReply.Replaces>(await story.PressAsync("bob", "will")).Text);
    }

    [Fact]
    public async Task Every_text_is_previewed_without_a_gap_and_the_list_fits_into_a_message()
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite);
        foreach (var language in TextBook.Languages)
        {
            var book = RulesBook.Fixed(new CommunityRules { Language = language });
            var list = await new TextsCommand(book, new RulesStore(story.Database.Source, book, story.Clock)).RunAsync(Ask.Typed("texts"), TextBook.In(language), CancellationToken.None);
            Assert.InRange(Says(list).Text.Length, 1_000, 1_900);
            Assert.All(OwnTexts.Names, name => Assert.DoesNotContain('{', TextPreview.Of(TextBook.In(language), name)));
        }
    }

    private static async Task<CommandReply> WordAsync(LiveStory story, string name, string words) => await story.FillInAsync(
        await story.TypeAsync("mod", "texts", isModerator: true, new Dictionary<string, string> { ["text"] = name }), "mod", isModerator: true, ("words", words));

    private static CommandReply.Says Says(CommandReply reply) => Assert.IsType<CommandReply.Says>(reply);
}
