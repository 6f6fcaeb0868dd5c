using EngageBot.Chat;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Pipeline;

public sealed class ModeratedConflictsTests
{
    private const string Pairs = "SELECT a.platform_id, b.platform_id FROM never_pairs n JOIN members a ON a.id = n.one JOIN members b ON b.id = n.other ORDER BY 1, 2";

    [Theory, EachEngine]
    public async Task Who_talked_with_somebody_just_before_he_was_put_to_silence_is_not_introduced_to_him(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await story.WriteAsync(A.Message("long ago").Id(1).By("old").In("help"));
        await story.WriteAsync(A.Message("yes").Id(2).In("help").ReplyingTo(1));
        await story.SkipAsync(TimeSpan.FromHours(1));
        await story.WriteAsync(A.Message("you took my seat").Id(3).By("bob").In("help"));
        await story.WriteAsync(A.Message("it is mine").Id(4).In("help").ReplyingTo(3));
        await story.WriteAsync(A.Message("it is not").Id(5).By("cid").In("help").ReplyingTo(4));
        await story.WriteAsync(A.Message("nice weather").Id(6).By("eve").In("help"));
        Assert.Empty(await story.Database.RowsAsync(Pairs));

        await story.HappenAsync(Silenced(story, hours: 1), Silenced(story, hours: 1));
        Assert.Equal(["ada | bob", "ada | cid", "bob | ada", "cid | ada"], await story.Database.RowsAsync(Pairs));
    }

    [Fact]
    public async Task A_silence_that_is_over_says_nothing()
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite);
        await story.WriteAsync(A.Message("you took my seat").Id(3).By("bob").In("help"));
        await story.WriteAsync(A.Message("it is mine").Id(4).In("help").ReplyingTo(3));
        await story.HappenAsync(Silenced(story, hours: -1), Silenced(story, hours: 0) with { Standing = new MemberStanding() });
        Assert.Empty(await story.Database.RowsAsync(Pairs));
    }

    private static MemberSeen Silenced(LiveStory story, int hours) =>
        new(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member("ada")) { Name = "ada", Standing = new MemberStanding(TimedOutUntil: story.Clock.GetUtcNow().AddHours(hours)) };
}
