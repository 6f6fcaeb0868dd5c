using EngageBot.TestKit;
using EngageBot.TestKit.FakeSlack;

namespace EngageBot.EndToEndTests.Slack;

/// <summary>The program on a fake Slack over loopback: nothing is lost, nothing stored twice, whatever breaks.</summary>
public sealed class ListeningTests
{
    /// <summary>How late an acknowledgement may be where a test is not about that: this machine may be busy.</summary>
    private static readonly FakeSlackOptions Patient = new() { AckWithin = TestTime.Patience };

    [Fact]
    public async Task What_was_written_before_it_came_and_what_is_written_live_is_stored_once()
    {
        await using var slack = await FakeSlack.StartAsync(Patient);
        var (workspace, channel, ada) = Begin(slack);
        var head = workspace.World.AddMessage(channel, ada, "before &amp; <@U1> &lt;here&gt;");
        workspace.World.AddMessage(channel, ada, "a reply", head.Ts);
        await using var bot = new LiveBot(slack);

        bot.Start();
        await bot.UntilStoredAsync(2);
        await UntilListeningAsync(workspace, bot);
        await workspace.PostAsync(ada, channel, "live");
        await bot.UntilStoredAsync(3);

        Assert.Equal(["before & <@U1> <here> | help | 1 | ada", "a reply | help | 1 | ada", "live | help | 1 | ada"], await bot.RowsAsync(
            "SELECT m.text, c.name, c.visibility, a.name FROM messages m JOIN channels c ON c.id = m.channel JOIN members a ON a.id = m.author ORDER BY m.number"));
        Assert.Equal(0, await bot.StopAsync());
        Assert.DoesNotContain("xoxb-", await bot.PrintedAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("ticket", await bot.PrintedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changes_is_taken_over_and_conversations_of_a_few_are_nobodys_business()
    {
        await using var slack = await FakeSlack.StartAsync(Patient);
        var (workspace, channel, ada) = Begin(slack);
        var few = workspace.World.AddChannel("few", FakeChannelKind.Mpim, workspace.BotUserId, ada);
        var secret = workspace.World.AddChannel("secret", FakeChannelKind.Private, workspace.BotUserId, ada);
        await using var bot = new LiveBot(slack);
        bot.Start();
        await UntilListeningAsync(workspace, bot);

        await workspace.PostAsync(ada, few, "between us");
        var first = await workspace.PostAsync(ada, channel, "first");
        await workspace.EditAsync(first, "first, changed");
        var gone = await workspace.PostAsync(ada, channel, "gone");
        await workspace.DeleteAsync(gone);
        await workspace.PostAsync(ada, channel, "shown twice", first.Ts, isBroadcast: true);
        await workspace.PostAsIntegrationAsync("Builds", channel, "green");
        var bob = workspace.World.AddUser("bob");
        await workspace.JoinAsync(bob, secret);
        await workspace.PostAsync(bob, secret, "hidden");
        await workspace.RenameChannelAsync(ada, channel, "questions");

        Assert.Equal(
            ["first, changed | questions | ada | 0", "- | questions | ada | 1", "shown twice | questions | ada | 0", "green | questions | Builds | 0", "hidden | secret | bob | 0"],
            await bot.RowsAsync(
                """
                SELECT m.text, c.name, a.name, m.deleted_at IS NOT NULL FROM messages m JOIN channels c ON c.id = m.channel JOIN members a ON a.id = m.author
                WHERE m.traits & 4 = 0 ORDER BY m.number
                """));
        Assert.Equal(["2 | ada", "2 | bob", $"2 | engagebot"], await bot.RowsAsync(
            "SELECT c.visibility, a.name FROM channel_readers r JOIN channels c ON c.id = r.channel JOIN members a ON a.id = r.member WHERE c.name = 'secret' ORDER BY a.name"));
    }

    [Fact]
    public async Task Of_what_is_said_to_the_bot_only_that_it_was_is_kept_and_who_opens_its_home_is_known()
    {
        await using var slack = await FakeSlack.StartAsync(Patient);
        var (workspace, channel, ada) = Begin(slack);
        var direct = workspace.World.AddChannel(string.Empty, FakeChannelKind.Im, workspace.BotUserId, ada);
        await using var bot = new LiveBot(slack);
        bot.Start();
        await UntilListeningAsync(workspace, bot);

        var said = await workspace.PostAsync(ada, direct, "my secret");
        await workspace.EditAsync(said, "my other secret");
        await workspace.OpenAppHomeAsync(workspace.World.AddUser("eve"));
        await workspace.ArchiveChannelAsync(ada, channel);

        Assert.Equal([$"ada | {direct}"], await bot.RowsAsync("SELECT m.name, l.conversation FROM private_lines l JOIN members m ON m.id = l.member"));
        Assert.Empty(await bot.RowsAsync("SELECT 1 FROM messages WHERE traits & 4 = 0"));
        Assert.Equal(["help"], await bot.RowsAsync("SELECT name FROM channels WHERE archived_at IS NOT NULL"));
        Assert.Equal(["Europe/Berlin"], await bot.RowsAsync("SELECT time_zone FROM members WHERE name = 'eve'"));

        await workspace.ArchiveChannelAsync(ada, channel, isArchived: false);
        await workspace.PostAsync(ada, channel, "back again");
        await bot.UntilAsync(async () => (await bot.RowsAsync("SELECT 1 FROM messages WHERE text = 'back again'")).Count == 1, "what is written there again");
        await bot.UntilAsync(async () => (await bot.RowsAsync("SELECT name FROM channels WHERE archived_at IS NOT NULL")).Count == 0, "the channel to be open again");
        Assert.Equal(0, await bot.StopAsync());
        Assert.DoesNotContain("secret", await bot.PrintedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slack_sends_again_over_the_next_connection_what_a_dropped_one_did_not_bring()
    {
        await using var slack = await FakeSlack.StartAsync(Patient);
        var (workspace, channel, ada) = Begin(slack);
        workspace.App.Sockets.Fault = (_, number) => number % 2 == 0 ? FakeDeliveryFault.Duplicate : FakeDeliveryFault.None;
        await using var bot = new LiveBot(slack);
        bot.Start();
        await UntilListeningAsync(workspace, bot);

        workspace.WaitsForAcks = false;
        for (var number = 0; number < 20; number++)
        {
            await workspace.PostAsync(ada, channel, $"number {number}");
            if (number == 10)
            {
                workspace.App.Sockets.Drop();
            }
        }

        await bot.UntilStoredAsync(20);
        Assert.Equal(["20 | 20"], await bot.RowsAsync("SELECT COUNT(*), COUNT(DISTINCT number) FROM messages"));
    }

    [Fact]
    public async Task Started_again_it_reads_up_only_what_it_missed_and_the_replies_of_older_threads()
    {
        await using var slack = await FakeSlack.StartAsync(Patient with { KeepsUndelivered = false });
        var (workspace, channel, ada) = Begin(slack);
        await using var bot = new LiveBot(slack);
        bot.Start();
        await UntilListeningAsync(workspace, bot);
        var head = await workspace.PostAsync(ada, channel, "one");
        await bot.UntilStoredAsync(1);
        Assert.Equal(0, await bot.StopAsync());

        for (var number = 0; number < 250; number++)
        {
            workspace.World.AddMessage(channel, ada, $"missed {number}");
        }

        workspace.World.AddMessage(channel, ada, "a late reply", head.Ts);
        await workspace.EditAsync(head, "one, changed");
        bot.Start();
        await bot.UntilStoredAsync(252);
        await UntilMarkedAsync(workspace, channel, bot);

        Assert.Equal(["252 | 252"], await bot.RowsAsync("SELECT COUNT(*), COUNT(DISTINCT number) FROM messages"));
        Assert.Equal(["one, changed"], await bot.RowsAsync("SELECT text FROM messages ORDER BY number LIMIT 1"));
    }

    [Fact]
    public async Task What_was_lost_while_no_connection_was_open_is_read_up()
    {
        await using var slack = await FakeSlack.StartAsync(Patient with { KeepsUndelivered = false });
        var (workspace, channel, ada) = Begin(slack);
        await using var bot = new LiveBot(slack);
        bot.Start();
        await UntilListeningAsync(workspace, bot);
        await workspace.PostAsync(ada, channel, "one");
        workspace.App.Sockets.IsDown = true;
        workspace.App.Sockets.Drop();
        await bot.UntilAsync(() => Task.FromResult(workspace.App.Sockets.ConnectionsOpen == 0), "the line to be gone");

        await workspace.PostAsync(ada, channel, "two");
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System); // Longer than a moment.
        workspace.App.Sockets.IsDown = false;
        await bot.UntilStoredAsync(2);
    }

    [Fact]
    public async Task Workspaces_in_one_program_have_nothing_of_each_other()
    {
        await using var slack = await FakeSlack.StartAsync(Patient);
        var (acme, help, ada) = Begin(slack);
        var globex = slack.AddWorkspace("globex", slack.AddApp());
        var initech = slack.AddWorkspace("initech");
        var (other, bob) = (globex.World.AddChannel("help"), globex.World.AddUser("bob"));
        var (third, carol) = (initech.World.AddChannel("help"), initech.World.AddUser("carol"));
        await using var bot = new LiveBot(slack);
        bot.Start();
        await UntilListeningAsync(acme, bot);
        await UntilListeningAsync(globex, bot);

        await acme.PostAsync(ada, help, "at acme");
        await globex.PostAsync(bob, other, "at globex");
        await initech.PostAsync(carol, third, "at initech");

        Assert.Equal([$"{acme.TeamId} | at acme | ada", $"{globex.TeamId} | at globex | bob", $"{initech.TeamId} | at initech | carol"], await bot.RowsAsync(
            """
            SELECT k.platform_id, m.text, a.name FROM messages m JOIN channels c ON c.id = m.channel JOIN communities k ON k.id = c.community
            JOIN members a ON a.id = m.author AND a.community = k.id ORDER BY m.number
            """));
    }

    [Fact]
    public async Task Killed_at_random_moments_it_holds_each_message_once()
    {
        var kills = Environment.GetEnvironmentVariable("ENGAGEBOT_TESTS") == "long" ? 50 : 10;
        var random = new Random(Environment.ProcessId);
        await using var slack = await FakeSlack.StartAsync(Patient with { KeepsUndelivered = false });
        var (workspace, channel, ada) = Begin(slack);
        workspace.WaitsForAcks = false;
        foreach (var method in slack.WebApi.Methods)
        {
            slack.WebApi.Limit(method, perMinute: 100_000); // Who was killed does not know how long it was to wait.
        }

        await using var bot = new LiveBot(slack, more: ",\"ReadBackMessages\":100000");
        using var stop = new CancellationTokenSource();
        var talking = TalkAsync(workspace, [channel, workspace.World.AddChannel("other")], ada, stop.Token);
        for (var kill = 0; kill < kills; kill++)
        {
            bot.Start();
            await Task.Delay(TimeSpan.FromMilliseconds(500 + random.Next(2_500)), TimeProvider.System);
            await bot.KillAsync();
        }

        await stop.CancelAsync();
        var said = await talking;
        bot.Start();
        await bot.UntilStoredAsync(said);

        Assert.Equal([$"{said} | {said}"], await bot.RowsAsync("SELECT COUNT(*), COUNT(DISTINCT number) FROM messages"));
    }

    internal static (FakeWorkspace Workspace, string Channel, string Ada) Begin(FakeSlack slack)
    {
        var workspace = slack.AddWorkspace();
        var ada = workspace.World.AddUser("ada");
        return (workspace, workspace.World.AddChannel("help", ada), ada);
    }

    /// <summary>What is said from then on comes live.</summary>
    internal static Task UntilListeningAsync(FakeWorkspace workspace, LiveBot bot) => bot.UntilAsync(
        async () => await IsHeardAsync(workspace.App) && await bot.HasTableAsync("communities")
            && (await bot.RowsAsync($"SELECT 1 FROM communities WHERE platform_id = '{workspace.TeamId}'")).Count > 0,
        "the workspace to be known");

    /// <summary>A socket is open, or the bot's own web server answers.</summary>
    private static async Task<bool> IsHeardAsync(FakeSlackApp app) => app.Http.Target is null
        ? app.Sockets.ConnectionsOpen > 0
        : (await app.Http.PostAsync(new FakeHttpPost { Path = string.Empty, Body = "{}" })).Status != 0;

    private static Task UntilMarkedAsync(FakeWorkspace workspace, string channel, LiveBot bot)
    {
        var newest = workspace.World.MessagesOf(channel)[^1]["ts"]!.ToString().Replace(".", string.Empty, StringComparison.Ordinal);
        return bot.UntilAsync(async () => (await bot.RowsAsync($"SELECT 1 FROM channels WHERE platform_id = '{channel}' AND complete_up_to = {newest}")).Count == 1, "the mark");
    }

    /// <summary>Talks until it is stopped, in the channels and in threads; how much was said.</summary>
    private static async Task<int> TalkAsync(FakeWorkspace workspace, IReadOnlyList<string> channels, string author, CancellationToken cancellationToken)
    {
        var said = 0;
        Dictionary<string, string> heads = [];
        while (!cancellationToken.IsCancellationRequested)
        {
            var channel = channels[said % channels.Count];
            var thread = said % 10 < 4 ? heads.GetValueOrDefault(channel) : null;
            var message = await workspace.PostAsync(author, channel, $"number {++said}", thread);
            heads[channel] = said % 200 < 10 ? message.Ts : heads.GetValueOrDefault(channel, message.Ts);
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, CancellationToken.None);
        }

        return said;
    }
}
