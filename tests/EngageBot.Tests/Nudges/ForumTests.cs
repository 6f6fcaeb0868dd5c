using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Nudges;

/// <summary>Tags of posts in forums, and threads that are locked: what they say of a post, and what their removal says.</summary>
public sealed class ForumTests
{
    [Theory, EachEngine]
    public async Task A_post_that_is_tagged_as_solved_or_locked_is_off_the_board_until_that_is_taken_back(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help").InThread(1));
        await story.WriteAsync(A.Message("how do I close it?").Id(2).By("eve").In("help").InThread(2));
        await story.PassAsync(15);
        Assert.Equal((true, true), Shown(story));

        await story.HappenAsync(Thread(story, 1) with { Tags = ["lids", "✅ Solved"] }, Thread(story, 2) with { IsLocked = true });
        await story.PassAsync(2);
        Assert.Equal((false, false), Shown(story));

        await story.HappenAsync(Thread(story, 1) with { Tags = ["lids", "unsolved"] }, Thread(story, 2));
        await story.PassAsync(2);
        Assert.Equal((true, true), Shown(story));
    }

    [Theory, EachEngine]
    public async Task A_post_that_was_solved_before_its_time_is_watched_again_when_it_is_not(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help").InThread(1));
        await story.HappenAsync(Thread(story, 1) with { IsLocked = true });
        await story.PassAsync(30);
        Assert.Equal(0, await story.Database.CountAsync("nudges"));

        await story.HappenAsync(Thread(story, 1));
        await story.PassAsync(30);
        Assert.Equal(1, await story.Database.CountAsync("nudges"));
    }

    [Fact]
    public async Task By_a_name_of_the_community_s_own_too_and_a_restart_forgets_none()
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite, rules => rules with { SolvedTags = ["fertig"] });
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help").InThread(1));
        await story.HappenAsync(Thread(story, 1) with { Tags = ["Fertig"] });
        await story.RestartAsync();
        await story.PassAsync(30);
        Assert.Equal(0, await story.Database.CountAsync("nudges"));
    }

    [Theory, EachEngine]
    public async Task A_tag_that_somebody_takes_off_is_not_put_on_again_and_that_step_rests_there_for_a_week(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind, rules => rules with { PublicStep = PublicStep.Tag, RestAfter = TimeSpan.FromDays(20) });
        story.Platform.Forums.Add("help");
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help").InThread(1));
        await story.PassAsync(15);
        await story.HappenAsync(Thread(story, 1) with { Tags = ["waits"], NeedsAnswer = true });
        await story.PassAsync(5);
        Assert.Equal(["tag | sent | -"], await story.OutboxAsync());

        await story.HappenAsync(Thread(story, 1));
        await story.PassAsync(2);
        Assert.Equal(["tag | withdrawn | Somebody took it away."], await story.OutboxAsync());
        Assert.Equal(1, await story.Database.CountAsync("dismissals"));

        await story.WriteAsync(A.Message("how do I close it?").Id(2).By("eve").In("help").InThread(2));
        await story.PassAsync(15);
        Assert.Equal("tag | planned | Somebody took away what the bot said here: it is silent for a week.", (await story.OutboxAsync())[1]);
        await story.SkipAsync(TimeSpan.FromDays(8));
        Assert.StartsWith("tag | sent", (await story.OutboxAsync())[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bot_s_own_hand_teaches_it_nothing()
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite, rules => rules with { PublicStep = PublicStep.Tag });
        story.Platform.Forums.Add("help");
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help").InThread(1));
        await story.PassAsync(15);
        await story.HappenAsync(Thread(story, 1) with { Tags = ["waits"], NeedsAnswer = true });
        await story.WriteAsync(A.Message("with a key").Id(3).By("bob").In("help").InThread(1));
        await story.PassAsync(2);
        Assert.Empty(story.Platform.Tagged);
        await story.HappenAsync(Thread(story, 1));
        await story.PassAsync(2);
        Assert.Equal(["tag | withdrawn | Somebody replied."], await story.OutboxAsync());
        Assert.Equal(0, await story.Database.CountAsync("dismissals"));
    }

    [Theory, EachEngine]
    public async Task A_board_that_somebody_takes_away_is_not_put_up_for_a_week_and_what_stood_there_needs_nothing(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind, rules => rules with { RestAfter = TimeSpan.FromDays(20) });
        await story.AskAsync();
        await story.AskElsewhereAsync();
        await story.PassAsync(15);
        var board = Assert.Single(story.Platform.Standing);
        await story.HappenAsync(A.Message(board.Text).Id(board.Place.Id.Number).By("engagebot").In("board").With(MessageTraits.Bot).At(story.Clock.GetUtcNow()).Build());
        await story.RemoveAsync("board", board.Place.Id.Number);
        await story.PassAsync(2);
        Assert.Equal(["board | withdrawn | Somebody took it away."], await story.OutboxAsync());
        Assert.Equal(2, await story.Database.CountAsync("dismissals WHERE by_moderator = 1"));

        await story.WriteAsync(A.Message("how do I lock it?").Id(3).By("cid").In("help"));
        await story.PassAsync(30);
        Assert.Single(await story.OutboxAsync());
        await story.SkipAsync(TimeSpan.FromDays(8));
        await story.PassAsync(2);
        Assert.Contains("/help/3", Assert.Single(story.Platform.Standing).Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task What_is_in_no_forum_goes_to_the_board_at_once_though_forums_have_tags(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind, rules => rules with { PublicStep = PublicStep.Tag });
        await story.AskAsync();
        await story.PassAsync(15);
        Assert.DoesNotContain("tag", story.Platform.Calls);
        Assert.Equal(["board | sent | -"], await story.OutboxAsync());
    }

    private static ThreadSeen Thread(LiveStory story, long number) =>
        new(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Channel("help")) { Thread = new MessageId(number) };

    private static (bool First, bool Second) Shown(LiveStory story)
    {
        var text = Assert.Single(story.Platform.Standing).Text;
        return (text.Contains("/help/1", StringComparison.Ordinal), text.Contains("/help/2", StringComparison.Ordinal));
    }
}
