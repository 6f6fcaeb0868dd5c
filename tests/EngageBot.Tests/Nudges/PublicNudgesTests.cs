using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Nudges;

public sealed class PublicNudgesTests
{
    [Theory, EachEngine]
    public async Task A_question_that_nobody_answers_stands_on_the_board_with_a_link_and_pings_nobody(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await story.WriteAsync(A.Message("how do I open the <b>*box*</b> @everyone <@77> https://evil.example/x?").Id(1).In("help"));
        await story.PassAsync(15);

        var board = Assert.Single(story.Platform.Standing);
        Assert.Equal(TestTime.Channel("board"), board.Place.Channel);
        Assert.Contains("“how do I open the ‹b› box ‹/b› ·everyone ·someone (link)” in #help\nhttps://chat.example/help/1\n", board.Text, StringComparison.Ordinal);
        Assert.Equal(["board | sent | -"], await story.OutboxAsync());
        Assert.Equal(["Waiting board: nobody here has agreed to be asked yet."], await story.Database.RowsAsync("SELECT reason FROM outbox"));
    }

    [Theory, EachEngine]
    public async Task A_question_that_was_answered_before_is_not_mentioned(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await story.AskAsync();
        await story.PassAsync(5);
        await story.AnswerAsync(2);
        await story.PassAsync(60);

        Assert.Empty(story.Platform.Calls);
    }

    [Theory, EachEngine]
    public async Task An_answer_takes_a_question_off_the_board_and_an_empty_board_says_so(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await story.AskAsync();
        await story.AskElsewhereAsync();
        await story.PassAsync(15);
        await story.AnswerAsync(3);
        await story.PassAsync(2);
        var board = Assert.Single(story.Platform.Standing);
        Assert.DoesNotContain("open", board.Text, StringComparison.Ordinal);
        Assert.Contains("close", board.Text, StringComparison.Ordinal);

        await story.WriteAsync(A.Message("with a lock").Id(4).By("bob").In("second").ReplyingTo(2));
        await story.PassAsync(2);
        Assert.Equal("Nobody is waiting for an answer just now. Thank you!", Assert.Single(story.Platform.Standing).Text);
        Assert.Single(story.Platform.Sent);
    }

    [Theory, EachEngine]
    public async Task A_reply_under_the_post_goes_when_somebody_answers(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind, rules => rules with { PublicStep = PublicStep.Reply });
        await story.AskAsync();
        await story.PassAsync(15);
        var reply = Assert.Single(story.Platform.Standing);
        Assert.Equal((TestTime.Channel("help"), new MessageId(1)), (reply.Place.Channel, reply.ReplyTo));

        await story.AnswerAsync(2);
        await story.PassAsync(2);
        Assert.Empty(story.Platform.Standing);
        Assert.Equal(["reply | withdrawn | Somebody replied."], await story.OutboxAsync());
    }

    [Theory, EachEngine]
    public async Task A_restart_in_between_changes_neither(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind, rules => rules with { PublicStep = PublicStep.Reply });
        await story.AskAsync();
        await story.AskElsewhereAsync();
        await story.PassAsync(5);
        await story.RestartAsync();
        await story.AnswerAsync(3);
        await story.PassAsync(15);
        Assert.Equal([new MessageId(2)], story.Platform.Sent.Select(sent => sent.ReplyTo!.Value));

        await story.RestartAsync();
        await story.WriteAsync(A.Message("with a lock").Id(4).By("bob").In("second").ReplyingTo(2));
        await story.PassAsync(2);
        Assert.Empty(story.Platform.Standing);
        Assert.Single(story.Platform.Sent);
    }

    [Theory, EachEngine]
    public async Task A_forum_post_is_tagged_until_it_is_answered_and_what_cannot_be_tagged_goes_to_the_board(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind, rules => rules with { PublicStep = PublicStep.Tag });
        story.Platform.Forums.Add("help");
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help").InThread(1));
        await story.AskElsewhereAsync();
        await story.PassAsync(15);
        Assert.Equal([new MessageId(1)], story.Platform.Tagged);
        Assert.Contains("close", Assert.Single(story.Platform.Standing).Text, StringComparison.Ordinal);

        await story.WriteAsync(A.Message("with a key").Id(3).By("bob").In("help").InThread(1));
        await story.PassAsync(2);
        Assert.Empty(story.Platform.Tagged);
    }

    [Theory, EachEngine]
    public async Task An_answer_that_comes_between_decision_and_sending_cancels_it(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind, rules => rules with { PublicStep = PublicStep.Reply });
        await story.AskAsync();
        story.Platform.Faults.Enqueue(FakeFault.PutOff);
        await story.PassAsync(12);
        Assert.Contains("planned", Assert.Single(await story.OutboxAsync()), StringComparison.Ordinal);

        await story.AnswerAsync(2);
        await story.PassAsync(20);
        Assert.Empty(story.Platform.Sent);
    }

    [Theory, EachEngine]
    public async Task A_post_that_is_gone_is_not_spoken_of_and_is_noted_as_deleted(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind, rules => rules with { PublicStep = PublicStep.Reply });
        await story.AskAsync();
        story.Platform.Remove(TestTime.Channel("help"), new MessageId(1)); // The product does not hear of it.
        await story.PassAsync(15);

        Assert.Empty(story.Platform.Sent);
        Assert.Equal(["reply | withdrawn | The post is gone."], await story.OutboxAsync());
        Assert.Equal(["1"], await story.Database.RowsAsync("SELECT number FROM messages WHERE deleted_at IS NOT NULL"));
    }

    [Theory, EachEngine]
    public async Task A_post_that_is_deleted_after_takes_down_what_was_said(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await story.AskAsync();
        await story.PassAsync(15);
        await story.RemoveAsync("help", 1);
        await story.PassAsync(2);
        Assert.DoesNotContain("open", Assert.Single(story.Platform.Standing).Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task A_community_that_is_observed_hears_nothing_and_one_that_goes_back_to_it_hears_nothing_more(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind, rules => rules with { PublicStep = PublicStep.Reply });
        var communities = new CommunitySwitch(story.Database.Source);
        await communities.ObserveAsync(TestTime.Community, CancellationToken.None);
        await story.AskAsync();
        await story.PassAsync(15);
        Assert.Equal(1, await story.Database.CountAsync("nudges"));
        Assert.Equal(0, await story.Database.CountAsync("outbox"));

        await communities.GoLiveAsync(TestTime.Community, story.Clock.GetUtcNow(), CancellationToken.None);
        await story.PassAsync(5);
        Assert.Empty(story.Platform.Calls); // What was planned before is not said.

        await story.AskElsewhereAsync();
        await story.PassAsync(15);
        Assert.Single(story.Platform.Standing);
        await communities.ObserveAsync(TestTime.Community, CancellationToken.None);
        await story.PassAsync(2);
        Assert.Empty(story.Platform.Standing);
    }

    [Theory, EachEngine]
    public async Task What_not_everybody_can_read_is_not_spoken_of(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await story.HappenAsync(LiveStory.Channel("staff", ChannelVisibility.Readers), LiveStory.Channel("dim", ChannelVisibility.Unknown));
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("staff"));
        await story.WriteAsync(A.Message("how do I close it?").Id(2).By("eve").In("dim"));
        await story.PassAsync(30);
        Assert.Empty(story.Platform.Calls);
    }

    [Theory, EachEngine]
    public async Task The_board_has_five_posts_at_most_and_newcomers_come_first(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        for (var number = 1; number <= 6; number++)
        {
            await story.WriteAsync(A.Message($"how do I open box {number}?").Id(number).By($"m{number}").In("help"));
        }

        await story.HappenAsync(new MemberSeen(TestTime.Community, TestTime.Noon, TestTime.Member("new")) { Name = "new", JoinedAt = TestTime.Noon.AddDays(-2) });
        await story.WriteAsync(A.Message("how do I begin?").Id(7).By("new").In("second"));
        await story.PassAsync(15);

        var lines = Assert.Single(story.Platform.Standing).Text.Split('\n').Where(line => line.StartsWith('•')).ToList();
        Assert.Equal(["begin", "box 1", "box 2", "box 3", "box 4"], lines.Select(line => line.Split("open ")[^1].Split("do I ")[^1].Split('”')[0].TrimEnd('?')));
    }

    private static ReactionAdded Reacted(LiveStory story, long message, string by, string emoji) =>
        new(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Channel("help")) { Message = new MessageId(message), Member = TestTime.Member(by), Emoji = emoji };

    [Theory, EachEngine]
    public async Task One_public_reply_for_fifty_messages_of_people_each_with_its_reason(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind, rules => rules with { PublicStep = PublicStep.Reply });
        await story.AskAsync();
        await story.PassAsync(15);
        await story.AskElsewhereAsync();
        await story.PassAsync(15);
        Assert.Equal(["reply | sent | -", "reply | planned | The bot spoke less than 50 messages ago."], await story.OutboxAsync());

        for (var number = 100; number < 150; number++)
        {
            await story.WriteAsync(A.Message("so it goes").Id(number).By("bob").In("board"));
        }

        await story.PassMinutesAsync(6);
        Assert.Equal(["reply | sent", "reply | sent"], (await story.OutboxAsync()).Select(row => row[..12]));
    }

    [Theory, EachEngine]
    public async Task Nothing_new_is_said_in_quiet_hours_or_before_the_bot_has_caught_up(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(
            kind, rules => rules with { PublicStep = PublicStep.Reply, QuietHours = new QuietHours(new TimeOnly(12, 1), new TimeOnly(12, 30), "Etc/UTC") });
        await story.AskAsync();
        story.Platform.IsCaughtUp = false;
        await story.PassAsync(55);
        Assert.DoesNotContain("send", story.Platform.Calls);

        await story.PassAsync(10);
        story.Platform.IsCaughtUp = true;
        await story.PassMinutesAsync(25);
        Assert.Equal(["reply | planned | Quiet hours."], await story.OutboxAsync());

        await story.PassMinutesAsync(3);
        Assert.Equal(["reply | planned | Quiet hours."], await story.OutboxAsync());

        await story.PassMinutesAsync(95);
        Assert.InRange(Assert.Single(story.Platform.Sent).At, TestTime.Noon.AddMinutes(31), TestTime.Noon.AddHours(2));
    }

    [Theory]
    [InlineData("❌")]
    [InlineData("❌\uFE0F")]
    [InlineData("👎")]
    [InlineData("👎🏿")]
    [InlineData("thumbsdown::skin-tone-4")]
    public async Task The_author_can_send_the_bot_away_in_any_skin(string emoji)
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite, rules => rules with { PublicStep = PublicStep.Reply });
        await story.AskAsync();
        await story.PassAsync(15);
        var reply = Assert.Single(story.Platform.Standing);
        var echo = A.Message(reply.Text).Id(reply.Place.Id.Number).By("engagebot").In("help").With(MessageTraits.Bot).ReplyingTo(1);
        await story.HappenAsync(echo.At(story.Clock.GetUtcNow()).Build());
        await story.HappenAsync(Reacted(story, reply.Place.Id.Number, "ada", "👍🏿"));
        await story.PassAsync(2);
        Assert.Single(story.Platform.Standing);
        await story.HappenAsync(Reacted(story, reply.Place.Id.Number, "ada", emoji));
        await story.PassAsync(2);

        Assert.Empty(story.Platform.Standing);
        Assert.Equal(["reply | withdrawn | The author did not want it."], await story.OutboxAsync());
    }

    [Theory, EachEngine]
    public async Task A_moderator_who_deletes_it_rests_that_step_in_that_channel_and_teaches_that_the_post_needs_nothing(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { PublicStep = PublicStep.Reply });
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        var reply = Assert.Single(story.Platform.Standing);
        await story.HappenAsync(A.Message(reply.Text).Id(reply.Place.Id.Number).By("engagebot").In("help").With(MessageTraits.Bot).ReplyingTo(1).At(story.Clock.GetUtcNow()).Build());
        await story.RemoveAsync("help", reply.Place.Id.Number);
        await story.PassAsync(2);
        Assert.Equal(["reply | withdrawn | Somebody took it away."], await story.OutboxAsync());
        Assert.Equal(1, await database.CountAsync("dismissals"));

        await story.WriteAsync(A.Message("how do I close it?").Id(2).By("eve").In("help"));
        await story.PassAsync(15);
        Assert.Equal("reply | planned | Somebody took away what the bot said here: it is silent for a week.", (await story.OutboxAsync())[1]);
    }
}
