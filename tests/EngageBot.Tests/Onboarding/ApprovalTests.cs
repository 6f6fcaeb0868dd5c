using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using static EngageBot.Tests.Onboarding.FirstMinutes;

namespace EngageBot.Tests.Onboarding;

/// <summary>Go live is per step and channel; the first three messages of each kind wait for a moderator's Send.</summary>
public sealed class ApprovalTests
{
    private static readonly FakeFault[] Any = [FakeFault.None, FakeFault.LoseAnswer, FakeFault.DieBefore, FakeFault.DieBefore, FakeFault.DieAfter, FakeFault.DieAfter, FakeFault.DieLooking];

    [Theory, EachEngine]
    public async Task The_first_three_messages_of_a_kind_wait_for_a_moderators_send_and_later_ones_do_not(TestEngine kind)
    {
        await using var story = await LiveAsync(kind);
        await story.AgreeAsync("bob", "cid", "dan", "eve", "fay");
        for (var post = 1; post <= 4; post++)
        {
            await story.WriteAsync(A.Message($"how do I open box {post}?").Id(post).In("help").By($"asker{post}"));
            await story.PassAsync(15);
            if (post <= 3)
            {
                Assert.Equal(post - 1, story.Platform.Sent.Count(sent => sent.To is not null));
                var shown = In(story, "mods")[^1];
                Assert.StartsWith("I would like to write this in private to somebody, about #help:\n", shown.Text, StringComparison.Ordinal);
                Assert.Contains($"“how do I open box {post}?”", shown.Text, StringComparison.Ordinal);
                Assert.Equal(["Send", "Not this one"], shown.Buttons.Select(button => button.Label));
                Assert.DoesNotContain((string[])["bob", "cid", "dan", "eve", "fay"], name => shown.Text.Contains(name, StringComparison.Ordinal));
                Assert.Equal("All right, I send it.", Assert.IsType<CommandReply.Replaces>(await story.PressInAsync("mods", "send")).Text);
                await story.PassAsync(2);
            }

            Assert.Equal(post, story.Platform.Sent.Count(sent => sent.To is not null));
        }

        Assert.Equal("This one is decided or over already.", Assert.IsType<CommandReply.Replaces>(await story.PressInAsync("mods", "not")).Text);
    }

    [Theory, EachEngine]
    public async Task Where_the_channel_that_moderators_named_refuses_it_they_are_shown_it_in_the_next_place(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind, rules => rules with { Approvals = 1, ModeratorChannel = "second" });
        await story.HappenAsync(LiveStory.Channel("mods", ChannelVisibility.Readers));
        await story.HappenAsync(Seen(story));
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        story.Platform.Faults.Enqueue(FakeFault.Forbid);
        await story.PassAsync(20);
        Assert.Equal(["permission"], await story.Database.RowsAsync("SELECT code FROM health WHERE channel = 'second' AND solved_at IS NULL"));
        await story.PressInAsync("mods", "send");
        await story.PassAsync(2);
        Assert.Single(In(story, "board"));
    }

    [Theory, EachEngine]
    public async Task Where_every_place_refuses_it_they_are_shown_it_once_one_does_not(TestEngine kind)
    {
        await using var story = await LiveAsync(kind);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        story.Platform.Faults.Enqueue(FakeFault.Forbid);
        await story.PassAsync(20);
        Assert.Empty(story.Platform.Sent);
        await story.PassMinutesAsync(62);
        await story.PressInAsync("mods", "send");
        await story.PassAsync(70);
        Assert.Single(In(story, "board"));
    }

    [Theory, EachEngine]
    public async Task A_channel_that_is_not_there_does_not_let_anything_through_unseen(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind, rules => rules with { Approvals = 1, ModeratorChannel = "gone" });
        await story.HappenAsync(LiveStory.Channel("mods", ChannelVisibility.Readers));
        await story.HappenAsync(Seen(story));
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(20);
        Assert.Empty(In(story, "board"));
        Assert.Single(In(story, "mods"));
    }

    [Theory, EachEngine]
    public async Task What_moderators_do_not_want_is_not_said_and_nobody_else_is_asked_instead(TestEngine kind)
    {
        await using var story = await LiveAsync(kind);
        await story.AgreeAsync("bob", "cid", "dan");
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        await story.PressInAsync("mods", "not");
        await story.PassAsync(60);
        Assert.Empty(ToMembers(story));
        Assert.Single(In(story, "mods"));
    }

    [Theory, EachEngine]
    public async Task A_board_that_moderators_do_not_want_is_not_proposed_again_at_once(TestEngine kind)
    {
        await using var story = await LiveAsync(kind);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        await story.PressInAsync("mods", "not");
        await story.WriteAsync(A.Message("how do I close it?").Id(2).In("help").By("eve"));
        await story.PassAsync(60);
        Assert.Empty(ToMembers(story));
        Assert.Single(story.Platform.Sent);
    }

    [Theory, EachEngine]
    public async Task Each_kind_has_its_own_first_messages(TestEngine kind)
    {
        await using var story = await LiveAsync(kind, approvals: 1);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        await story.PressInAsync("mods", "send");
        await story.PassAsync(2);
        Assert.Single(In(story, "board"));

        await story.AgreeAsync("bob", "cid", "dan");
        await story.WriteAsync(A.Message("how do I close it?").Id(2).By("eve").In("help"));
        await story.PassAsync(15);
        Assert.DoesNotContain(story.Platform.Sent, sent => sent.To is not null);
        Assert.StartsWith("I would like to write this in private", In(story, "mods")[^1].Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task What_moderators_have_said_themselves_waits_for_nobody(TestEngine kind)
    {
        await using var story = await LiveAsync(kind);
        await story.FillInAsync(await ModeratorTypesAsync(story, "helpers", ("action", "signup"), ("channel", "help")), "mod", isModerator: true);
        await story.PassAsync(3);
        Assert.Single(In(story, "help"));
        Assert.Empty(In(story, "mods"));
    }

    [Theory, EachEngine]
    public async Task Eyes_under_a_post_are_no_message_and_wait_for_nobody(TestEngine kind)
    {
        await using var story = await LiveAsync(kind, approvals: 1);
        await story.AgreeAsync("bob", "cid", "dan");
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        await story.PressInAsync("mods", "send");
        await story.PassAsync(2);
        var ask = Assert.Single(story.Platform.Sent, sent => sent.To is not null);
        await story.PressAsync(ask.To!.Value.Value, "will");
        await story.PassAsync(2);
        Assert.Single(story.Platform.Reactions);
        Assert.Single(In(story, "mods"));
    }

    [Theory, EachEngine]
    public async Task What_changes_while_it_waits_is_shown_as_it_is_now(TestEngine kind)
    {
        await using var story = await LiveAsync(kind);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        await story.WriteAsync(A.Message("how do I close the lid?").Id(2).By("eve").In("second"));
        await story.PassAsync(15);
        Assert.Contains("how do I close the lid?", Assert.Single(In(story, "mods")).Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Only_those_who_manage_the_community_have_a_word(TestEngine kind)
    {
        await using var story = await LiveAsync(kind);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        var send = In(story, "mods")[0].Buttons[0].Id;
        Assert.Equal("Only people who manage this community can do that.", Said(await story.PressAsync("bob", send)).Text);
        await story.PassAsync(5);
        Assert.Empty(In(story, "board"));
        await story.ModerateAsync(send);
        await story.PassAsync(2);
        Assert.Contains("how do I open it?", Assert.Single(In(story, "board")).Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task A_reply_that_comes_while_it_waits_takes_the_question_to_moderators_away(TestEngine kind)
    {
        await using var story = await LiveAsync(kind);
        await story.AgreeAsync("bob", "cid", "dan");
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        Assert.Single(In(story, "mods"));
        await story.WriteAsync(A.Message("with a key").Id(2).By("zoe").In("help").ReplyingTo(1));
        await story.PassAsync(65);
        Assert.Empty(In(story, "mods"));
        Assert.Empty(ToMembers(story));
    }

    [Theory, EachEngine]
    public async Task One_step_goes_live_and_the_others_observe(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind, rules => rules with { AsksPerDay = 100 }, isLive: false);
        await story.AgreeAsync("bob", "cid", "dan");
        Assert.StartsWith("From now on I do this: showing open posts.", Said(await ModeratorTypesAsync(story, "live", ("step", "board"))).Text, StringComparison.Ordinal);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        Assert.DoesNotContain(story.Platform.Sent, sent => sent.To is not null);
        Assert.Contains("how do I open it?", Assert.Single(In(story, "board")).Text, StringComparison.Ordinal);

        await ModeratorTypesAsync(story, "live", ("step", "asks"), ("channel", "help"));
        await story.WriteAsync(A.Message("how do I close it?").Id(2).In("second").By("eva"));
        await story.WriteAsync(A.Message("how do I paint it?").Id(3).In("help").By("udo"));
        await story.PassAsync(15);
        Assert.All(story.Platform.Sent.Where(sent => sent.To is not null), sent => Assert.Contains("how do I paint it?", sent.Text, StringComparison.Ordinal));
        Assert.Contains(story.Platform.Sent, sent => sent.To is not null);
    }

    [Theory, EachEngine]
    public async Task A_step_that_observes_again_takes_away_what_stands_and_the_rest_goes_on(TestEngine kind)
    {
        await using var story = await LiveStory.BeginAsync(kind);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        Assert.Single(In(story, "board"));
        Assert.Equal("From now on I only watch here: showing open posts.", Said(await ModeratorTypesAsync(story, "observe", ("step", "board"))).Text);
        await story.PassAsync(3);
        Assert.Empty(In(story, "board"));
        Assert.Equal("I speak here already. To stop everything at once: /engage-mod quiet", Said(await ModeratorTypesAsync(story, "live")).Text);
        await story.PassAsync(3);
        Assert.Single(In(story, "board"));
        Assert.StartsWith("Say which step", Said(await ModeratorTypesAsync(story, "live", ("channel", "cellar"))).Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Whenever_the_process_dies_nothing_is_said_or_shown_twice(TestEngine kind)
    {
        for (var seed = 1; seed <= (kind == TestEngine.Sqlite ? 12 : 3); seed++)
        {
            await using var story = await LiveAsync(kind);
            await story.AgreeAsync("bob", "cid", "dan");
            await RunAsync(story, new Random(seed));
            Assert.All(story.Platform.Sent.GroupBy(sent => sent.OutboxId), sent => Assert.Single(sent));
            Assert.All(In(story, "mods").GroupBy(sent => sent.Text), sent => Assert.Single(sent));
            Assert.All(story.Platform.Sent.Where(sent => sent.To is not null).GroupBy(sent => (sent.To, sent.Text)), sent => Assert.Single(sent));
        }
    }

    private static async Task RunAsync(LiveStory story, Random random)
    {
        await story.HappenAsync(Seen(story));
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        for (var second = 0; second < 40; second++)
        {
            if (random.Next(3) == 0)
            {
                story.Platform.Faults.Enqueue(Any[random.Next(Any.Length)]);
            }

            if (random.Next(8) == 0)
            {
                await story.RestartAsync();
            }

            if (random.Next(6) == 0 && In(story, "mods").LastOrDefault(sent => sent.Buttons.Any(button => button.Id.Action == "send")) is { } shown)
            {
                await story.ModerateAsync(shown.Buttons[random.Next(8) == 0 ? 1 : 0].Id);
            }

            story.Clock.MoveTo(story.Clock.GetUtcNow().AddSeconds(1));
            await story.ListenAsync();
            await story.SpeakAsync();
        }

        story.Platform.Faults.Clear();
        await story.PassMinutesAsync(10);
    }

    internal static async Task<LiveStory> LiveAsync(TestEngine kind, int approvals = 3)
    {
        var story = await LiveStory.BeginAsync(kind, rules => rules with { Approvals = approvals, ModeratorChannel = "#mods", AsksPerPost = 1, AsksPerDay = 100 });
        await story.HappenAsync(LiveStory.Channel("mods", ChannelVisibility.Readers));
        return story;
    }
}
