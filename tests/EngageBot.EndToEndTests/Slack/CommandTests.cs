using EngageBot.TestKit;
using EngageBot.TestKit.FakeSlack;
using EngageBot.Texts;

namespace EngageBot.EndToEndTests.Slack;

/// <summary>Members ask something of the bot on a fake Slack, over sockets and over HTTP, and only they see the answer.</summary>
public sealed class CommandTests
{
    private const string Settings = "SELECT m.name, s.helps_since IS NOT NULL, s.topics FROM member_settings s JOIN members m ON m.id = s.member";

    private const string Written = "SELECT w.text, m.name FROM messages w LEFT JOIN members m ON m.id = w.author";

    private static readonly TextBook English = TextBook.In("en");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Commands_are_answered_to_the_asker_alone_and_what_was_decided_is_stored(bool overHttp)
    {
        await using var slack = await FakeSlack.StartAsync(new FakeSlackOptions { AckWithin = TestTime.Patience });
        var (workspace, channel, ada) = ListeningTests.Begin(slack);
        await using var bot = overHttp ? LiveBot.OverHttp(slack) : new LiveBot(slack);
        bot.Start();
        await ListeningTests.UntilListeningAsync(workspace, bot);
        await workspace.PostAsync(ada, channel, "hello");
        await bot.UntilStoredAsync(1);

        Assert.Equal(English["helper.usage"], await SaidAsync(bot, await workspace.SlashAsync(ada, channel, "/engage", "helper maybe")));
        Assert.Equal(English["command.moderators-only"], await SaidAsync(bot, await workspace.SlashAsync(ada, channel, "/engage-mod")));
        Assert.Contains("/engage pause", await SaidAsync(bot, await workspace.SlashAsync(ada, channel, "/engage", "help")), StringComparison.Ordinal);
        Assert.Empty(await bot.RowsAsync(Settings));

        Assert.Equal(English["helper.on"], await SaidAsync(bot, await workspace.SlashAsync(ada, channel, "/engage", "helper on topics: *printers* @everyone")));
        Assert.Equal(["ada | 1 | *printers* @everyone"], await bot.RowsAsync(Settings));
        Assert.Equal(English["helper.off"], await SaidAsync(bot, await workspace.PressAsync(ada, LastSeen(workspace), "helper:off:0")));
        Assert.Equal(["ada | 0 | *printers* @everyone"], await bot.RowsAsync(Settings));

        Assert.Empty(slack.WebApi.CallsOf("chat.postMessage"));
        Assert.All(workspace.World.Ephemerals, seen => Assert.Equal(ada, seen.User));
        Assert.Equal(0, await bot.StopAsync());
        Assert.DoesNotContain("printers", await bot.PrintedAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_opts_out_is_asked_once_more_and_then_forgotten(bool overHttp)
    {
        await using var slack = await FakeSlack.StartAsync(new FakeSlackOptions { AckWithin = TestTime.Patience });
        var (workspace, channel, ada) = ListeningTests.Begin(slack);
        await using var bot = overHttp ? LiveBot.OverHttp(slack) : new LiveBot(slack);
        bot.Start();
        await ListeningTests.UntilListeningAsync(workspace, bot);
        await workspace.PostAsync(ada, channel, "hello");
        await bot.UntilStoredAsync(1);

        Assert.Equal(English["optout.ask"], await SaidAsync(bot, await workspace.SlashAsync(ada, channel, "/engage", "optout")));
        Assert.Equal(["hello | ada"], await bot.RowsAsync(Written));
        var really = await workspace.PressAsync(ada, LastSeen(workspace), "optout:really:0");
        Assert.Equal(English["optout.done"], await SaidAsync(bot, really));
        Assert.True(really.Responses[0]["replace_original"]!.GetValue<bool>());
        Assert.Equal(["- | -"], await bot.RowsAsync(Written));
    }

    private static FakeSlackMessage LastSeen(FakeWorkspace workspace)
    {
        lock (workspace.World.Gate)
        {
            var seen = workspace.World.Ephemerals[^1];
            return new FakeSlackMessage(seen.Channel, seen.Message["ts"]!.ToString());
        }
    }

    /// <summary>Waits for the answer, which must be for the asker alone; it as the asker reads it.</summary>
    private static async Task<string> SaidAsync(LiveBot bot, FakeSlackInteraction interaction)
    {
        await bot.UntilAsync(() => Task.FromResult(interaction.Answer is not null || interaction.Responses.Count > 0), "an answer to a command");
        var answer = interaction.Answer ?? interaction.Responses[0];
        Assert.Equal("ephemeral", answer["response_type"]!.ToString());
        return EngageBot.Slack.Text.Mrkdwn.Unescape(answer["text"]!.ToString()).Replace("\u2060", string.Empty, StringComparison.Ordinal);
    }
}
