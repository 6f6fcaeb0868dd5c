using EngageBot.EndToEndTests.Discord;
using EngageBot.EndToEndTests.Slack;
using EngageBot.EndToEndTests.Stories;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeDiscord;
using EngageBot.TestKit.FakeSlack;

namespace EngageBot.EndToEndTests;

/// <summary>One program, one database, two platforms.</summary>
public sealed class BothPlatformsTests
{
    [Fact]
    public async Task A_guild_and_a_workspace_are_served_at_once_and_have_nothing_of_each_other()
    {
        var slack = await FakeSlack.StartAsync(new FakeSlackOptions { AckWithin = TestTime.Patience });
        var (workspace, channel, ada) = Slack.ListeningTests.Begin(slack);
        var board = workspace.World.AddChannel("waiting");
        await using var story = await DiscordStory.BeginAsync(await LiveDiscord.StartAsync(), discord => new LiveBot(discord, slack, Story.Rules));
        await using var server = slack;
        await Slack.ListeningTests.UntilListeningAsync(workspace, story.Bot);
        await SlackStory.PutLiveAsync(story.Bot, workspace);

        var onDiscord = await story.AskAsync(Story.Question);
        var onSlack = await workspace.PostAsync(ada, channel, "Where can I find a new lamp for the hall?");
        await story.UntilShownAsync(onDiscord);
        await story.Bot.UntilAsync(() => Task.FromResult(TextsOf(workspace, board).Any(text => text.Contains("new lamp", StringComparison.Ordinal))), "the question on Slack's board");

        story.WasNeverSaid("new lamp");
        Assert.DoesNotContain(TextsOf(workspace, board), text => text.Contains("open the lid", StringComparison.Ordinal));
        await story.AnswerAsync(onDiscord);
        await workspace.PostAsync(workspace.World.AddUser("bob"), channel, "at the corner shop", onSlack.Ts);
        await story.UntilHiddenAsync(onDiscord);
        await story.Bot.UntilAsync(() => Task.FromResult(!TextsOf(workspace, board).Any(text => text.Contains("new lamp", StringComparison.Ordinal))), "it to leave Slack's board");
        Assert.Equal(0, await story.Bot.StopAsync());
    }

    private static IEnumerable<string> TextsOf(FakeWorkspace workspace, string channel) => workspace.World.SaidByBot(channel).Select(message => message["text"]!.ToString());
}
