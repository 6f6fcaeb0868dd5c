using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Nudges;

/// <summary>Posts that are settled no more, or that cannot be judged for a while.</summary>
public sealed class WatchedAgainTests
{
    [Theory, EachEngine]
    public async Task A_mark_that_is_taken_back_no_longer_settles_a_question(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.HappenAsync(new ReactionAdded(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Channel("help")) { Message = new MessageId(1), Member = TestTime.Member("bob"), Emoji = "✅" });
        await story.PassAsync(30);
        Assert.Empty(story.Platform.Calls);

        ReactionRemoved removed = new(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Channel("help")) { Message = new MessageId(1), Member = TestTime.Member("bob"), Emoji = "✅" };
        await story.HappenAsync(removed, removed);
        await story.PassAsync(3);

        Assert.Contains("open it", Assert.Single(story.Platform.Standing).Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task A_question_too_old_to_be_shown_is_not_taken_up_again(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.HappenAsync(new ReactionAdded(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Channel("help")) { Message = new MessageId(1), Member = TestTime.Member("bob"), Emoji = "✅" });
        await story.PassMinutesAsync(121);

        await story.HappenAsync(new ReactionRemoved(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Channel("help")) { Message = new MessageId(1) });
        await story.PassAsync(3);

        Assert.Empty(await database.RowsAsync("SELECT post FROM nudges"));
    }

    [Theory, EachEngine]
    public async Task The_reason_names_the_step_that_the_rules_choose(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { PublicStep = PublicStep.Reply });
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);

        Assert.Equal(["Reply under the post: nobody here has agreed to be asked yet."], await database.RowsAsync("SELECT reason FROM outbox"));
    }

    [Theory, EachEngine]
    public async Task While_messages_may_be_missing_nothing_is_planned(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        story.Platform.IsCaughtUp = false;
        await story.PassAsync(30);
        Assert.Empty(await database.RowsAsync("SELECT post FROM nudges"));

        await story.WriteAsync(A.Message("with a key").Id(2).By("bob").In("help").ReplyingTo(1));
        story.Platform.IsCaughtUp = true;
        await story.PassAsync(30);
        Assert.Empty(await database.RowsAsync("SELECT post FROM nudges"));
        Assert.Empty(story.Platform.Calls);
    }

    [Theory, EachEngine]
    public async Task After_a_restart_it_is_planned_when_nothing_is_missing_any_more(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        story.Clock.MoveTo(story.Clock.GetUtcNow().AddMinutes(1));
        story.Platform.IsCaughtUp = false;
        await story.RestartAsync();
        Assert.Empty(await database.RowsAsync("SELECT post FROM nudges"));

        story.Platform.IsCaughtUp = true;
        await story.PassAsync(3);
        Assert.Single(story.Platform.Standing);
    }
}
