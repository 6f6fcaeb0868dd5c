using EngageBot.Database;
using EngageBot.Outcomes;
using EngageBot.Tests.Database;
using EngageBot.TestKit;
using EngageBot.Unanswered;

namespace EngageBot.Tests.Outcomes;

public sealed class HoldOutDrawTests
{
    private const long Day = 86_400_000;

    [Theory, EachEngine]
    public async Task Each_that_is_drawn_is_a_case_for_the_next(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using (var pipeline = new TestPipeline(database))
        {
            await pipeline.HandleAsync(A.Message("one?").Id(1).By("ada"), A.Message("two?").Id(2).By("bob"), A.Message("three?").Id(3).By("cyd"), A.Message("four?").Id(4).By("dan"));
        }

        var now = TestTime.Noon.ToUnixTimeMilliseconds();
        for (var number = 0; number < 196; number++)
        {
            // In 90 days: two more, and there are 200 a quarter.
            await database.ExecuteAsync("INSERT INTO hold_out_cases (post, community, at, is_held, exemption) VALUES (@post, 1, @at, 0, 2)", new { post = 1_000L + number, at = now - (90 * Day) + number });
        }

        await using var session = new WriteSession(database.Source);
        await session.BeginAsync(CancellationToken.None);
        var draw = new HoldOutDraw(session, new AuthorQuery(session));
        for (var post = 1; post <= 4; post++)
        {
            draw = post == 4 ? new HoldOutDraw(session, new AuthorQuery(session)) : draw; // What was drawn is counted anew.
            var author = (await database.RowsAsync($"SELECT author FROM messages WHERE id = {post}"))[0];
            await draw.IsHeldAsync(new WaitingPost(post, Channel: 1, long.Parse(author, System.Globalization.CultureInfo.InvariantCulture), now), community: 1, share: 1, isAskedFor: false, now, CancellationToken.None);
        }

        await session.CommitAsync(CancellationToken.None);
        Assert.Equal(["1 | 0 | 2", "2 | 0 | 2", "3 | 1 | 0", "4 | 1 | 0"], await database.RowsAsync("SELECT post, is_held, exemption FROM hold_out_cases WHERE post < 1000 ORDER BY post"));
    }
}
