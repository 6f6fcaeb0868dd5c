using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.SelfPromotion.Queue;
using EngageBot.TestKit;
using EngageBot.Tests.Database;

namespace EngageBot.Tests.SelfPromotion.Queue;

/// <summary>What comes in without a person behind it, by channels and by its own names.</summary>
public sealed class FeedQueryTests
{
    [Theory, EachEngine]
    public async Task Feeds_are_counted_by_name_and_no_person_is_named(TestEngine engine)
    {
        await using var story = await LiveStory.BeginAsync(engine);
        await story.HappenAsync(
            new MemberSeen(TestTime.Community, TestTime.Noon, TestTime.Member("w1")) { Name = "Releases", IsBot = true },
            new MemberSeen(TestTime.Community, TestTime.Noon, TestTime.Member("w2")) { Name = "Weather", IsBot = true },
            new MemberSeen(TestTime.Community, TestTime.Noon, TestTime.Member("ada")) { Name = "Ada" });
        for (var number = 1; number <= 18; number++)
        {
            await story.WriteAsync(A.Message($"news {number}").Id(number).In("help").With(MessageTraits.Webhook).By(number <= 7 ? "w1" : number <= 13 ? "w2" : "ada"));
        }

        await story.WriteAsync(A.Message("oh, nice").Id(30).In("help").By("bob").ReplyingTo(3));
        await using var session = new WriteSession(story.Database.Source);
        await session.OpenAsync(CancellationToken.None);
        var (query, now) = (new FeedQuery(session), story.Clock.GetUtcNow().ToUnixTimeMilliseconds() + 1);
        var named = await query.FindAsync(1, TestTime.Community, now, CancellationToken.None);
        Assert.All(named, feed => Assert.Equal("help", feed.ChannelName));
        Assert.Equal([("Releases", 7L, 1L), ("Weather", 6L, 0L), (string.Empty, 5L, 0L)], named.Select(feed => (feed.Name, feed.Posts, feed.Answered)));
    }
}
