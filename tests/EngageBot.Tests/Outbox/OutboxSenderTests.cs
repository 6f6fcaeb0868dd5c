using EngageBot.Communities;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Outbox;

public sealed class OutboxSenderTests
{
    [Theory, EachEngine]
    public async Task What_was_sent_and_not_noted_is_recognised_by_its_id(TestEngine kind)
    {
        await using var story = await AskedAsync(kind);
        story.Platform.Faults.Enqueue(FakeFault.DieAfter);
        await story.PassAsync(20);

        Assert.Single(story.Platform.Sent);
        Assert.Equal(["reply | sent | -"], await story.OutboxAsync());
        Assert.Equal(2, story.Platform.Calls.Count(call => call == "send"));
    }

    [Theory, EachEngine]
    public async Task What_was_claimed_and_not_sent_is_sent(TestEngine kind)
    {
        await using var story = await AskedAsync(kind);
        story.Platform.Faults.Enqueue(FakeFault.DieBefore);
        await story.PassAsync(20);
        Assert.Single(story.Platform.Sent);
    }

    [Theory, EachEngine]
    public async Task Where_repeats_are_not_recognised_it_is_looked_for_and_not_sent_again(TestEngine kind)
    {
        await using var story = await AskedAsync(kind);
        story.Platform.RecognisesRepeatsFor = TimeSpan.Zero;
        story.Platform.Faults.Enqueue(FakeFault.LoseAnswer);
        await story.PassAsync(20);

        Assert.Single(story.Platform.Sent);
        Assert.Equal(["reply | sent | The answer was lost."], await story.OutboxAsync());
        Assert.Equal(1, story.Platform.Calls.Count(call => call == "send"));
    }

    [Theory, EachEngine]
    public async Task Where_it_is_looked_for_in_vain_it_is_sent_once_more_after_a_while(TestEngine kind)
    {
        await using var story = await AskedAsync(kind);
        story.Platform.RecognisesRepeatsFor = TimeSpan.Zero;
        story.Platform.Faults.Enqueue(FakeFault.LoseRequest);
        await story.PassAsync(30);
        Assert.Empty(story.Platform.Sent); // It may still be on its way.

        await story.PassMinutesAsync(2);
        Assert.Single(story.Platform.Standing);
    }

    [Theory, EachEngine]
    public async Task What_cannot_be_settled_is_not_repeated_and_is_noted_as_uncertain(TestEngine kind)
    {
        await using var story = await AskedAsync(kind);
        story.Platform.RecognisesRepeatsFor = TimeSpan.Zero;
        story.Platform.Faults.Enqueue(FakeFault.LoseAnswer);
        await story.PassAsync(10);
        story.Platform.IsBlind = true;
        await story.PassMinutesAsync(60);
        story.Platform.IsBlind = false;
        await story.PassMinutesAsync(60);

        Assert.Single(story.Platform.Sent);
        Assert.Equal(["reply | uncertain | It may have been sent or not; it is not repeated."], await story.OutboxAsync());
    }

    [Theory, EachEngine]
    public async Task What_was_answered_while_it_was_in_doubt_is_found_and_taken_away(TestEngine kind)
    {
        await using var story = await AskedAsync(kind);
        story.Platform.Faults.Enqueue(FakeFault.DieAfter);
        story.Clock.MoveTo(TestTime.Noon.AddSeconds(11));
        await story.ListenAsync();
        Assert.False(await story.SpeakAsync());
        await story.AnswerAsync(2);
        await story.PassAsync(5);

        Assert.Single(story.Platform.Sent);
        Assert.Empty(story.Platform.Standing);
        Assert.Equal(["reply | withdrawn | Somebody replied."], await story.OutboxAsync());
    }

    [Theory, EachEngine]
    public async Task What_was_answered_while_it_was_in_doubt_and_never_arrived_is_not_sent_after_all(TestEngine kind)
    {
        await using var story = await AskedAsync(kind);
        story.Platform.Faults.Enqueue(FakeFault.DieBefore);
        story.Clock.MoveTo(TestTime.Noon.AddSeconds(11));
        await story.ListenAsync();
        Assert.False(await story.SpeakAsync());
        await story.AnswerAsync(2);
        await story.PassMinutesAsync(5);

        Assert.Empty(story.Platform.Sent);
        Assert.Equal(["reply | withdrawn | Somebody replied."], await story.OutboxAsync());
    }

    [Theory, EachEngine]
    public async Task What_is_put_off_is_sent_later_and_what_is_refused_is_not_repeated(TestEngine kind)
    {
        await using var story = await AskedAsync(kind);
        story.Platform.Faults.Enqueue(FakeFault.PutOff);
        story.Platform.Faults.Enqueue(FakeFault.Refuse);
        await story.PassAsync(14);
        Assert.Equal(1, story.Platform.Calls.Count(call => call == "send"));

        await story.PassMinutesAsync(30);
        Assert.Equal(2, story.Platform.Calls.Count(call => call == "send"));
        Assert.Equal(["reply | refused | The bot may not write here."], await story.OutboxAsync());
    }

    [Theory, EachEngine]
    public async Task What_could_not_be_said_in_time_expires(TestEngine kind)
    {
        await using var story = await AskedAsync(kind);
        story.Platform.IsBlind = true;
        await story.PassMinutesAsync(125);
        story.Platform.IsBlind = false;
        await story.PassMinutesAsync(5);

        Assert.Empty(story.Platform.Sent);
        Assert.Equal(["reply | expired | It could not be said in time."], await story.OutboxAsync());
    }

    [Theory, EachEngine]
    public async Task A_board_that_somebody_took_away_rests_for_a_week(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await story.AskAsync();
        await story.PassAsync(15);
        story.Platform.Remove(TestTime.Channel("board"), Assert.Single(story.Platform.Standing).Place.Id); // The product does not hear of it.
        await story.AskElsewhereAsync();
        await story.PassMinutesAsync(30);
        Assert.Equal(["board | withdrawn | There is no such message."], await story.OutboxAsync());

        story.Clock.MoveTo(story.Clock.GetUtcNow().AddDays(7));
        await story.WriteAsync(A.Message("how do I turn it?").Id(3).By("eve").In("second"));
        await story.PassAsync(30);
        Assert.Single(story.Platform.Standing);
    }

    [Theory, EachEngine]
    public async Task A_post_that_cannot_be_fetched_keeps_no_other_off_the_board(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        story.Platform.Unreadable.Add("help");
        await story.AskAsync();
        await story.AskElsewhereAsync();
        await story.PassAsync(40);
        Assert.DoesNotContain("open", Assert.Single(story.Platform.Standing).Text, StringComparison.Ordinal);

        story.Platform.Unreadable.Clear();
        await story.PassMinutesAsync(20);
        Assert.Contains("open", Assert.Single(story.Platform.Standing).Text, StringComparison.Ordinal);
    }

    private static async Task<LiveStory> AskedAsync(TestEngine kind)
    {
        var story = await LiveStory.BeginAsync(kind, rules => rules with { PublicStep = PublicStep.Reply });
        await story.AskAsync();
        return story;
    }
}
