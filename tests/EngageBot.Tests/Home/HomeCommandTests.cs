using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using EngageBot.Texts;

namespace EngageBot.Tests.Home;

/// <summary>A member's own page has the parts that its commands show.</summary>
public sealed class HomeCommandTests
{
    [Theory, EachEngine]
    public async Task It_shows_who_waits_what_was_given_and_the_settings_and_nothing_that_the_member_cannot_read(TestEngine kind)
    {
        var english = TextBook.In("en");
        await using var story = await LiveStory.BeginAsync(kind);
        await story.AskAsync();
        await story.AskElsewhereAsync();
        await story.AnswerAsync(3);
        story.Platform.Access[(TestTime.Member("bob"), TestTime.Channel("second"))] = ReadAccess.Cannot;

        var page = Assert.IsType<CommandReply.ShowsPage>(await story.TypeAsync("cid", CommandRequest.Home));
        Assert.Equal([english["home.inbox"], english["home.me"], english["home.settings"]], page.Parts.Select(part => part.Title));
        Assert.Contains("how do I close it?", page.Parts[0].Text, StringComparison.Ordinal);
        Assert.NotEmpty(page.Parts[0].Buttons);
        Assert.Equal(english["me.none"], page.Parts[1].Text);

        var bobs = Assert.IsType<CommandReply.ShowsPage>(await story.TypeAsync("bob", CommandRequest.Home));
        Assert.Equal(english["inbox.empty"], bobs.Parts[0].Text);
        Assert.Contains(english.Of("me.given", ("count", "1"), ("people", "1")), bobs.Parts[1].Text, StringComparison.Ordinal);
        Assert.Contains(english["me.contacts"], bobs.Parts[1].Text, StringComparison.Ordinal);
        Assert.Contains(english["settings.no-helper"], bobs.InWords.Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task He_is_answered_in_the_language_of_the_community_and_where_none_was_chosen_in_his_own(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind, rules => rules with { Language = "de" });
        Assert.Equal(TextBook.In("de")["home.me"], Assert.IsType<CommandReply.ShowsPage>(await AskedInFrenchAsync(story)).Parts[1].Title);

        await using var other = await LiveStory.BeginAsync(kind);
        Assert.Equal(TextBook.In("fr")["home.me"], Assert.IsType<CommandReply.ShowsPage>(await AskedInFrenchAsync(other)).Parts[1].Title);
    }

    private static Task<CommandReply> AskedInFrenchAsync(LiveStory story) =>
        story.RunAsync(new CommandRequest.Typed(new Asker(TestTime.Community, TestTime.Member("ada"), story.Clock.GetUtcNow()) { Language = "fr-FR" }, CommandRequest.Home));
}
