using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using static EngageBot.Tests.Onboarding.FirstMinutes;

namespace EngageBot.Tests.Onboarding;

/// <summary>Where no place is known in which moderators hear from the bot, the first messages of each kind wait in their queue.</summary>
public sealed class ApprovalListTests
{
    [Theory, EachEngine]
    public async Task Where_no_place_is_known_the_first_messages_wait_in_the_queue(TestEngine kind)
    {
        await using var story = await WithoutPlaceAsync(kind);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.AgreeAsync("bob", "cid", "dan");
        await story.WriteAsync(A.Message("how do I close it?").Id(2).By("eve").In("help"));
        await story.PassAsync(15);
        Assert.Empty(story.Platform.Sent);

        var first = Said(await ModeratorTypesAsync(story, "queue"));
        Assert.EndsWith("1 more wait.", first.Text, StringComparison.Ordinal);
        Assert.Equal(["Send", "Not this one"], first.Buttons.Select(button => button.Label));
        var second = Assert.IsType<CommandReply.Replaces>(await story.ModerateAsync(first.Buttons[0].Id));
        Assert.Equal("Nothing waits for your decision. Thank you!", Assert.IsType<CommandReply.Replaces>(await story.ModerateAsync(second.Buttons[1].Id)).Text);
        await story.PassAsync(5);
        Assert.Single(story.Platform.Sent);
    }

    [Theory, EachEngine]
    public async Task Of_what_waits_in_the_queue_a_moderator_sees_what_he_can_read_himself(TestEngine kind)
    {
        await using var story = await WithoutPlaceAsync(kind);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        story.Platform.Access[(TestTime.Member("mod"), TestTime.Channel("help"))] = ReadAccess.Cannot;
        Assert.Empty(Said(await ModeratorTypesAsync(story, "queue")).Buttons);
    }

    [Theory, EachEngine]
    public async Task Once_a_place_is_known_what_waits_is_shown_there(TestEngine kind)
    {
        await using var story = await WithoutPlaceAsync(kind);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        await story.HappenAsync(LiveStory.Channel("mods", ChannelVisibility.Readers));
        await story.HappenAsync(Seen(story));
        await story.PassMinutesAsync(3);
        await story.PressInAsync("mods", "send");
        await story.PassMinutesAsync(3);
        Assert.Single(In(story, "board"));
    }

    [Theory, EachEngine]
    public async Task Where_nobody_can_be_shown_anything_any_more_it_stands_in_the_queue(TestEngine kind)
    {
        await using var story = await ApprovalTests.LiveAsync(kind);
        await story.WriteAsync(A.Message("how do I open it?").Id(1).In("help"));
        await story.PassAsync(15);
        await story.HappenAsync(LiveStory.Channel("mods", ChannelVisibility.Readers) with { Name = "elsewhere" });
        await story.PassMinutesAsync(3);
        Assert.Empty(In(story, "board"));
        await story.ModerateAsync(Said(await ModeratorTypesAsync(story, "queue")).Buttons[0].Id);
        await story.PassMinutesAsync(3);
        Assert.Single(In(story, "board"));
    }

    private static async Task<LiveStory> WithoutPlaceAsync(TestEngine kind)
    {
        var story = await LiveStory.BeginAsync(kind, rules => rules with { Approvals = 3, AsksPerPost = 1, AsksPerDay = 100 }, isLive: false);
        Assert.Contains("I know no place where moderators hear from me", Said(await ModeratorTypesAsync(story, "live")).Text, StringComparison.Ordinal);
        return story;
    }
}
