using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Tests.Database;
using EngageBot.TestKit;
using EngageBot.Texts;

namespace EngageBot.Tests.Unanswered.Chosen;

/// <summary>Members settle a post by a word on the message.</summary>
public sealed class MarkCommandTests
{
    private static readonly TextBook English = TextBook.In("en");

    [Theory, EachEngine]
    public async Task An_author_marks_his_post_as_answered_and_what_was_said_of_it_goes_until_he_takes_that_back(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);
        await story.AgreeAsync("bob");
        await story.AskAsync();
        await story.PassAsync(25);
        Assert.Equal((1, 1), (story.Platform.Standing.Count(sent => sent.To is not null), Boards(story)));

        var marked = await ChooseAsync(story, "ada", "answered");
        Assert.Equal(English["answered.done"], marked.Text);
        await story.RestartAsync();
        await story.PassAsync(3);
        Assert.Equal(0, Boards(story));
        var ask = story.Platform.Standing.Single(sent => sent.To is not null);
        Assert.Equal((English["ask.settled"], 0), (ask.Text, ask.Buttons.Count));
        Assert.Equal(English["answered.already"], (await ChooseAsync(story, "ada", "answered")).Text);

        Assert.Equal(English["mark.undone"], Assert.IsType<CommandReply.Replaces>(await story.PressAsync("ada", Assert.Single(marked.Buttons).Id)).Text);
        await story.PassAsync(3);
        Assert.Equal(1, Boards(story));
        Assert.Equal(English["mark.over"], Assert.IsType<CommandReply.Replaces>(await story.PressAsync("ada", marked.Buttons[0].Id)).Text);
    }

    [Theory, EachEngine]
    public async Task Somebody_else_cannot_say_that_it_is_answered_and_who_manages_the_community_can(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);
        await story.AskAsync();
        Assert.Equal(English["answered.not-yours"], (await ChooseAsync(story, "eve", "answered")).Text);
        Assert.Equal(0, await story.Database.CountAsync("dismissals"));

        Assert.Equal(English["answered.done"], (await ChooseAsync(story, "mod", "answered", isModerator: true)).Text);
        await story.PassAsync(60);
        Assert.Empty(story.Platform.Sent);
        Assert.Equal([$"{PostMark.Answered:D} | 1"], await story.Database.RowsAsync("SELECT mark, by_moderator FROM dismissals"));
        Assert.Empty((await ChooseAsync(story, "ada", "no-reply")).Buttons);
    }

    [Theory, EachEngine]
    public async Task Anybody_may_say_that_it_needs_no_reply_and_he_its_author_and_moderators_may_take_that_back(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);
        await story.AskAsync();
        await story.PassAsync(15);
        Assert.Equal(1, Boards(story));
        var undo = Assert.Single((await ChooseAsync(story, "eve", "no-reply")).Buttons).Id;
        await story.PassAsync(3);
        Assert.Equal(0, Boards(story));

        Assert.Equal(English["mark.over"], Assert.IsType<CommandReply.Replaces>(await story.PressAsync("zoe", undo)).Text);
        Assert.Equal(1, await story.Database.CountAsync("dismissals"));
        foreach (var (member, isModerator) in new[] { ("eve", false), ("ada", false), ("mod", true) })
        {
            await ChooseAsync(story, "eve", "no-reply");
            var told = await ChooseAsync(story, member, "no-reply", isModerator);
            Assert.Equal(English["no-reply.already"], told.Text);
            var pressed = isModerator ? await story.ModerateAsync(Assert.Single(told.Buttons).Id) : await story.PressAsync(member, Assert.Single(told.Buttons).Id);
            Assert.Equal(English["mark.undone"], Assert.IsType<CommandReply.Replaces>(pressed).Text);
        }

        await story.PassAsync(3);
        Assert.Equal(1, Boards(story));
    }

    [Theory, EachEngine]
    public async Task Whoever_cannot_read_the_channel_any_more_takes_nothing_back(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);
        await story.AskAsync();
        var undo = Assert.Single((await ChooseAsync(story, "eve", "no-reply")).Buttons).Id;
        story.Platform.Access[(TestTime.Member("eve"), TestTime.Channel("help"))] = ReadAccess.Cannot;
        Assert.Equal(English["mark.over"], Assert.IsType<CommandReply.Replaces>(await story.PressAsync("eve", undo)).Text);
        Assert.Equal(1, await story.Database.CountAsync("dismissals"));
    }

    [Theory, EachEngine]
    public async Task What_needs_no_mark_gets_none(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);
        await story.AskAsync();
        await story.AnswerAsync(2);
        await story.WriteAsync(A.Message("good morning all").Id(3).By("cid").In("help"));
        Assert.Equal(English["mark.replied"], (await ChooseAsync(story, "ada", "answered")).Text);
        Assert.Equal(English["chosen.reply"], Assert.IsType<CommandReply.Says>(await story.ChooseAsync("ada", "no-reply", 2)).Text);
        Assert.Equal(English["mark.nothing"], Assert.IsType<CommandReply.Says>(await story.ChooseAsync("cid", "no-reply", 3)).Text);
        Assert.Equal(English["chosen.unknown"], Assert.IsType<CommandReply.Says>(await story.TypeAsync("ada", "answered")).Text);
        Assert.Equal(0, await story.Database.CountAsync("dismissals"));
    }

    [Theory, EachEngine]
    public async Task A_post_of_another_community_is_not_touched_by_a_button_that_somebody_made_up(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);
        await story.AskAsync();
        var undo = Assert.Single((await ChooseAsync(story, "ada", "answered")).Buttons).Id;
        var elsewhere = new CommunityId(Platform.File, "elsewhere");
        var mallory = new Asker(elsewhere, new MemberId(elsewhere, "ada"), story.Clock.GetUtcNow()) { ManagesCommunity = true };
        await story.RunAsync(new CommandRequest.Pressed(mallory, undo, Message: null));
        await story.HappenAsync(new PostChoice.Unmarks(elsewhere, story.Clock.GetUtcNow(), mallory.Member, undo.Subject, AsModerator: true));
        Assert.Equal(1, await story.Database.CountAsync("dismissals"));
    }

    [Theory, EachEngine]
    public async Task Told_twice_it_is_the_same_and_the_first_mark_counts(TestEngine kind)
    {
        await using var story = await BeginAsync(kind);
        await story.AskAsync();
        var post = Assert.Single((await ChooseAsync(story, "ada", "answered")).Buttons).Id.Subject;
        var again = new PostChoice.Marks(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member("eve"), post, PostMark.NeedsNone, AsModerator: false);
        await story.HappenAsync(again, again);
        Assert.Equal([$"ada | {PostMark.Answered:D}"], await story.Database.RowsAsync("SELECT w.platform_id, d.mark FROM dismissals d JOIN members w ON w.id = d.member"));

        var back = new PostChoice.Unmarks(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member("ada"), post, AsModerator: false);
        await story.HappenAsync(back, back);
        Assert.Equal(0, await story.Database.CountAsync("dismissals"));
        var seeks = new PostChoice.Seeks(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member("eve"), post);
        await story.HappenAsync(seeks, seeks);
        Assert.Equal((1, 1), (await story.Database.CountAsync("sought_posts"), await story.Database.CountAsync("nudges")));
    }

    private static Task<LiveStory> BeginAsync(TestEngine kind) => LiveStory.BeginAsync(kind, rules => rules with { FewestHelpers = 1, AsksPerPost = 1, AsksPerDay = 10 });

    private static int Boards(LiveStory story) => story.Platform.Standing.Count(sent => sent.To is null && sent.Text.Contains("how do I open it?", StringComparison.Ordinal));

    private static async Task<CommandReply.Says> ChooseAsync(LiveStory story, string member, string command, bool isModerator = false) =>
        Assert.IsType<CommandReply.Says>(await story.ChooseAsync(member, command, 1, isModerator: isModerator));
}
