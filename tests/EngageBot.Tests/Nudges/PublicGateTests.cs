using EngageBot.Outbox;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Nudges;

/// <summary>One place decides for all that the bot says to everybody: what one voice said, the others heed.</summary>
public sealed class PublicGateTests
{
    [Theory, EachEngine]
    public async Task The_board_waits_after_a_place_that_everybody_saw_opened(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await SayAsync(story, OutboxKind.Introduction, "board", "open\nAda, Bob\nada\nbob");
        await story.AskAsync();
        await story.PassAsync(15);
        Assert.Contains("board | planned | The bot spoke last in this channel.", await story.OutboxAsync());

        await story.WriteAsync(A.Message("so it goes").Id(99).By("bob").In("board"));
        await story.PassMinutesAsync(6);
        Assert.Contains("board | planned | The bot spoke less than 50 messages ago.", await story.OutboxAsync());

        for (var number = 100; number < 150; number++)
        {
            await story.WriteAsync(A.Message("so it goes").Id(number).By("bob").In("second"));
        }

        await story.PassMinutesAsync(6);
        Assert.Single(story.Platform.Standing);
    }

    [Theory, EachEngine]
    public async Task And_after_the_week_was_summed_up(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await SayAsync(story, OutboxKind.Digest, "board", meeting: null);
        await story.AskAsync();
        await story.PassAsync(15);
        Assert.Contains("board | planned | The bot spoke last in this channel.", await story.OutboxAsync());
    }

    [Theory, EachEngine]
    public async Task It_does_not_wait_for_what_few_can_read_or_moderators_had_said(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await SayAsync(story, OutboxKind.Introduction, "board", "private\nAda, Bob\nada\nbob");
        await SayAsync(story, OutboxKind.Notice, "board", meeting: null);
        await story.AskAsync();
        await story.PassAsync(15);
        Assert.Single(story.Platform.Standing);
    }

    [Theory, EachEngine]
    public async Task A_board_that_was_taken_away_makes_room_for_the_next(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await SayAsync(story, OutboxKind.Board, "board", meeting: null, isGone: true);
        await story.AskAsync();
        await story.PassAsync(15);
        Assert.Single(story.Platform.Standing);
    }

    private static Task SayAsync(LiveStory story, OutboxKind form, string channel, string? meeting, bool isGone = false) => story.Database.ExecuteAsync(
        """
        INSERT INTO outbox (id, community, kind, channel, subject, text, meeting, revision, state, reason, planned_at, expires_at, sent_at, unwanted_at, ended_at, attempts)
        SELECT @form, c.community, @form, c.id, @form, '', @meeting, 1, @state, '', @at, @at, @at, @gone, @gone, 0 FROM channels c WHERE c.name = @channel
        """,
        new
        {
            form = (int)form,
            channel,
            meeting,
            state = (int)(isGone ? OutboxState.Withdrawn : OutboxState.Sent),
            at = story.Clock.GetUtcNow().ToUnixTimeMilliseconds(),
            gone = isGone ? (long?)story.Clock.GetUtcNow().ToUnixTimeMilliseconds() : null,
        });
}
