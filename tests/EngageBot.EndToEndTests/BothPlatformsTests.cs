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

    [Fact]
    public async Task Thrown_out_of_one_platform_it_goes_on_on_the_other_and_out_of_both_it_ends()
    {
        await using var slack = await FakeSlack.StartAsync(new FakeSlackOptions { AckWithin = TestTime.Patience });
        var (workspace, channel, ada) = Slack.ListeningTests.Begin(slack);
        await using var discord = await LiveDiscord.StartAsync();
        Discord.ListeningTests.Begin(discord);
        await using var bot = new LiveBot(discord, slack);
        bot.Start();
        await Slack.ListeningTests.UntilListeningAsync(workspace, bot);
        await Discord.ListeningTests.UntilListeningAsync(discord, bot);

        await discord.Gateway.CloseAsync(4004);
        await bot.UntilAsync(async () => (await bot.RowsAsync("SELECT 1 FROM health WHERE solved_at IS NULL AND code = 'token'")).Count == 1, "what happened to be kept");
        await workspace.PostAsync(ada, channel, "Is anybody still there?");
        await bot.UntilStoredAsync(1);
        Assert.Contains("Discord: Discord closed the gateway (4004", (await bot.RunAsync("community", "list")).Output, StringComparison.Ordinal);

        await workspace.RevokeTokensAsync();
        Assert.Equal(2, await bot.EndedAsync());
        var printed = await bot.PrintedAsync();
        Assert.Contains("The bot goes on with Slack (1 workspaces, Socket); when this is mended, restart it", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("fake-token", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_that_does_not_let_it_in_at_the_start_keeps_it_from_no_other()
    {
        await using var slack = await FakeSlack.StartAsync(new FakeSlackOptions { AckWithin = TestTime.Patience });
        var (workspace, _, _) = Slack.ListeningTests.Begin(slack);
        workspace.TokenError = "token_revoked";
        await using var discord = await LiveDiscord.StartAsync();
        var (channel, ada) = Discord.ListeningTests.Begin(discord);
        await using var bot = new LiveBot(discord, slack);
        bot.Start();
        await Discord.ListeningTests.UntilListeningAsync(discord, bot);

        await discord.SayAsync(channel, ada, "Is anybody there?");
        await bot.UntilStoredAsync(1);
        Assert.Equal(0, await bot.StopAsync());
        var printed = await bot.PrintedAsync();
        Assert.Contains("Slack refused the bot token (xoxb-) (token_revoked)", printed, StringComparison.Ordinal);
        Assert.Contains("The bot goes on with Discord (", printed, StringComparison.Ordinal);

        workspace.TokenError = null;
        bot.Start();
        await Slack.ListeningTests.UntilListeningAsync(workspace, bot);
        await bot.UntilAsync(async () => (await bot.RowsAsync("SELECT 1 FROM health WHERE solved_at IS NULL")).Count == 0, "the next start to be in order");
    }

    private static IEnumerable<string> TextsOf(FakeWorkspace workspace, string channel) => workspace.World.SaidByBot(channel).Select(message => message["text"]!.ToString());
}
