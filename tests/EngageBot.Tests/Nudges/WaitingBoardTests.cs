using EngageBot.Chat;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Nudges;

/// <summary>Which posts stand on the board, and when.</summary>
public sealed class WaitingBoardTests
{
    [Fact]
    public async Task With_fewer_than_three_helpers_nobody_is_asked_and_the_board_waits_no_second_time()
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite);
        await story.AgreeAsync("bob", "cid");
        await story.AskAsync();
        await story.PassAsync(9);
        Assert.Empty(story.Platform.Sent);
        await story.PassAsync(2);
        Assert.Equal(["board | sent | -"], await story.OutboxAsync());
        Assert.Equal(["2 | Waiting board: too few people here have agreed to be asked."], await story.Database.RowsAsync("SELECT step, reason FROM nudges"));
    }

    [Theory, EachEngine]
    public async Task However_many_wait_newcomers_come_first_and_what_is_settled_keeps_nobody_off_the_board(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        for (var number = 1; number <= 110; number++)
        {
            await story.WriteAsync(A.Message($"how do I open box {number}?").Id(number).By($"m{number}").In("help"));
        }

        await story.HappenAsync(new MemberSeen(TestTime.Community, TestTime.Noon, TestTime.Member("new")) { Name = "new", JoinedAt = TestTime.Noon.AddDays(-2) });
        await story.WriteAsync(A.Message("how do I begin?").Id(111).By("new").In("second"));
        await story.PassAsync(15);
        Assert.Equal(["111", "1", "2", "3", "4"], Shown(story));

        await story.HappenAsync(Enumerable.Range(1, 108).Select(number => Reacted(story, number, $"m{number}", "✅")));
        await story.PassAsync(2);
        Assert.Equal(["111", "109", "110"], Shown(story));
    }

    /// <summary>The numbers of the posts on the board.</summary>
    private static IEnumerable<string> Shown(LiveStory story) =>
        Assert.Single(story.Platform.Standing).Text.Split('\n').Where(line => line.StartsWith("https://", StringComparison.Ordinal)).Select(line => line.Split('/')[^1]);

    private static ReactionAdded Reacted(LiveStory story, long message, string by, string emoji) =>
        new(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Channel("help")) { Message = new MessageId(message), Member = TestTime.Member(by), Emoji = emoji };
}
