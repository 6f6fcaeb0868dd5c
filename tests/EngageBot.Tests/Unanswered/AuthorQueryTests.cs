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

    private static readonly HotSql Ada = new("SELECT id FROM members WHERE platform_id = 'ada'");
}
