using EngageBot.Database;
using EngageBot.Tests.Database;
using EngageBot.TestKit;
using EngageBot.Unanswered;

namespace EngageBot.Tests.Unanswered;

public sealed class AuthorQueryTests
{
    [Theory, EachEngine]
    public async Task Whom_nobody_knew_before_is_a_newcomer_as_soon_as_enough_history_is_read(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await story.AskAsync();
        await using var session = new WriteSession(story.Database.Source);
        await session.OpenAsync(CancellationToken.None);
        var (authors, now) = (new AuthorQuery(session), TestTime.Noon.ToUnixTimeMilliseconds());
        async Task<bool> IsNewcomerAsync() => await authors.IsNewcomerAsync((await session.NumberAsync(Ada, CancellationToken.None))!.Value, community: 1, now, CancellationToken.None);
        Assert.False(await IsNewcomerAsync());

        await story.HappenAsync(A.Message("the first of all").Id(90).By("eve").In("second").At(TestTime.Noon.AddDays(-100)).Build());
        Assert.True(await IsNewcomerAsync());
    }

    /// <param name="posts">Ada's, the last one at the end: heard, unheard, or continued and then heard.</param>
    [Theory]
    [InlineData("-", false, false)]
    [InlineData("--", true, true)]
    [InlineData("h-", false, false)]
    [InlineData("-h", false, false)]
    [InlineData("h--", false, true)]
    [InlineData("h---", true, true)]
    [InlineData("-c-", false, false)]
    [InlineData("c--", false, true)]
    [InlineData("--c", false, false)]
    public async Task Unheard_is_whose_last_posts_nobody_answered(string posts, bool isUnheard, bool isUnheardTwice)
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite);
        foreach (var (number, post) in posts.Index())
        {
            var id = 100 * (number + 1);
            await story.WriteAsync(A.Message($"how do I open box {number}?").Id(id).By("ada").In($"box {number}"));
            if (post == 'c')
            {
                await story.WriteAsync(A.Message("the big one").Id(id + 1).By("ada").In($"box {number}").ReplyingTo(id));
            }

            if (post != '-')
            {
                await story.WriteAsync(A.Message("with a key").Id(id + 2).By("bob").In($"box {number}").ReplyingTo(post == 'c' ? id + 1 : id));
            }

            await story.PassAsync(1);
        }

        await using var session = new WriteSession(story.Database.Source);
        await session.OpenAsync(CancellationToken.None);
        var (authors, ada, now) = (new AuthorQuery(session), (await session.NumberAsync(Ada, CancellationToken.None))!.Value, story.Clock.GetUtcNow().ToUnixTimeMilliseconds());
        Assert.Equal((isUnheard, isUnheardTwice), (await authors.IsUnheardAsync(ada, now, CancellationToken.None), await authors.IsUnheardTwiceAsync(ada, now, CancellationToken.None)));
        Assert.False(await authors.IsUnheardAsync(ada, now + (40 * 86_400_000L), CancellationToken.None));
    }

    private static readonly HotSql Ada = new("SELECT id FROM members WHERE platform_id = 'ada'");
}
