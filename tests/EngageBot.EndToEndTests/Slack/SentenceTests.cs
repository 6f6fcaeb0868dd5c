using EngageBot.TestKit;
using EngageBot.TestKit.FakeSlack;

namespace EngageBot.EndToEndTests.Slack;

/// <summary>What cannot work is said in one sentence.</summary>
public sealed class SentenceTests
{
    /// <summary>It is told, or finds out by itself when it reads something up.</summary>
    private static readonly string[] Sentences = ["The app was removed from workspace", "Slack refused the bot token"];

    [Fact]
    public async Task A_token_that_was_revoked_is_said_in_one_sentence()
    {
        await using var slack = await FakeSlack.StartAsync();
        var (workspace, _, _) = ListeningTests.Begin(slack);
        workspace.TokenError = "token_revoked";
        await using var bot = new LiveBot(slack);

        await EndsWithAsync(bot, "engagebot: Slack refused the bot token (xoxb-) (token_revoked)");
        Assert.Contains("Slack: Slack refused the bot token", (await bot.RunAsync("community", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scope_that_is_missing_is_named()
    {
        await using var slack = await FakeSlack.StartAsync();
        var (workspace, _, _) = ListeningTests.Begin(slack);
        workspace.World.Scopes.Remove("groups:read");
        await using var bot = new LiveBot(slack);

        await EndsWithAsync(bot, "engagebot: users.conversations needs the scope groups:read");
    }

    [Fact]
    public async Task Socket_Mode_that_is_switched_off_while_it_runs_ends_it()
    {
        await using var slack = await FakeSlack.StartAsync();
        var (workspace, _, _) = ListeningTests.Begin(slack);
        await using var bot = new LiveBot(slack);
        bot.Start();
        await ListeningTests.UntilListeningAsync(workspace, bot);

        await workspace.App.Sockets.DisconnectAsync("link_disabled");

        Assert.Equal(2, await bot.EndedAsync());
        Assert.Contains("engagebot: Slack closed the connection since Socket Mode is switched off", await bot.PrintedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thrown_out_of_one_workspace_it_goes_on_in_the_other_and_out_of_the_last_one_it_ends()
    {
        await using var slack = await FakeSlack.StartAsync(new FakeSlackOptions { AckWithin = TestTime.Patience });
        var (acme, _, _) = ListeningTests.Begin(slack);
        var globex = slack.AddWorkspace("globex");
        var (help, bob) = (globex.World.AddChannel("help"), globex.World.AddUser("bob"));
        await using var bot = new LiveBot(slack);
        bot.Start();
        await ListeningTests.UntilListeningAsync(globex, bot);

        await acme.UninstallAsync();
        await globex.PostAsync(bob, help, "still here?");
        await bot.UntilStoredAsync(1);
        var (_, list, _) = await bot.RunAsync("community", "list");
        Assert.Contains(Sentences, sentence => list.Contains($"{acme.TeamId}: {sentence}", StringComparison.Ordinal));

        await globex.RevokeTokensAsync();
        Assert.Equal(2, await bot.EndedAsync());
        var printed = await bot.PrintedAsync();
        Assert.Contains(Sentences, sentence => printed.Contains($"engagebot: {sentence}", StringComparison.Ordinal));
    }

    private static async Task EndsWithAsync(LiveBot bot, string sentence)
    {
        var (code, output, errors) = await bot.RunAsync("run");

        Assert.Equal(2, code);
        Assert.StartsWith(sentence, errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
        Assert.DoesNotContain("fake", output + errors, StringComparison.Ordinal);
    }
}
