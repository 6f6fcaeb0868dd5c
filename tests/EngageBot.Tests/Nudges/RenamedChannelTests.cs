using EngageBot.TestKit;

namespace EngageBot.Tests.Nudges;

public sealed class RenamedChannelTests
{
    [Fact]
    public async Task A_rule_that_names_a_channel_holds_by_the_name_that_it_has_now()
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite, rules => rules with { IgnoredChannels = ["lounge"] });
        await story.AskAsync();
        await story.PassAsync(15);
        Assert.Equal(1, await story.Database.CountAsync("nudges"));

        await story.HappenAsync(LiveStory.Channel("help") with { Name = "lounge" });
        await story.WriteAsync(A.Message("how do I close it?").Id(2).By("eve").In("help"));
        await story.PassAsync(30);
        Assert.Equal(1, await story.Database.CountAsync("nudges"));

        await story.HappenAsync(LiveStory.Channel("help"));
        await story.WriteAsync(A.Message("how do I lock it?").Id(3).By("cid").In("help"));
        await story.PassAsync(30);
        Assert.Equal(2, await story.Database.CountAsync("nudges"));
    }
}
