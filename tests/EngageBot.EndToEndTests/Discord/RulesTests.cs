using System.Text.Json.Nodes;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Discord.Models;
using EngageBot.TestKit.FakeDiscord;

namespace EngageBot.EndToEndTests.Discord;

/// <summary>What a moderator says on a fake Discord, and what somebody at the machine writes into a file, is what the bot then does.</summary>
public sealed class RulesTests
{
    private const string Rules =
        """
        {"WaitAtLeast":"00:00:02","WaitAtMost":"00:00:02","WaitWithoutHistory":"00:00:02","BoardChannel":"waiting","Approvals":0}
        """;

    [Fact]
    public async Task A_moderator_stops_everything_and_one_press_goes_on()
    {
        await using var discord = await LiveDiscord.StartAsync();
        var (help, ada) = ListeningTests.Begin(discord);
        var board = discord.World.AddChannel(ListeningTests.Guild(discord), "waiting");
        await using var bot = await LiveAsync(discord);
        discord.Managers.Add(ada);
        await discord.SayAsync(help, discord.World.AddMember(ListeningTests.Guild(discord), "carol"), "How do I open the lid without breaking it?");
        await bot.UntilAsync(() => Task.FromResult(Board(discord, board).Count == 1), "the question on the board");

        var refused = await discord.CommandAsync(help, discord.World.AddMember(ListeningTests.Guild(discord), "bob"), "engage-mod", "quiet");
        Assert.Contains("Only people who manage", await SaidAsync(bot, refused), StringComparison.Ordinal);
        var quiet = await discord.CommandAsync(help, ada, "engage-mod", "quiet");
        Assert.Contains("I am quiet now", await SaidAsync(bot, quiet), StringComparison.Ordinal);
        await bot.UntilAsync(() => Task.FromResult(Board(discord, board).Count == 0), "the board to be taken away");

        var resumed = await discord.PressAsync(help, ada, quiet.Data!["components"]![0]!["components"]![0]!["custom_id"]!.GetValue<string>());
        Assert.Contains("I go on", await SaidAsync(bot, resumed), StringComparison.Ordinal);
        await bot.UntilAsync(() => Task.FromResult(Board(discord, board).Count == 1), "the board to be back");
        Assert.Contains("open the lid", Board(discord, board)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_are_exported_changed_and_imported_while_the_bot_runs()
    {
        await using var discord = await LiveDiscord.StartAsync();
        var (help, ada) = ListeningTests.Begin(discord);
        var board = discord.World.AddChannel(ListeningTests.Guild(discord), "waiting");
        await using var bot = await LiveAsync(discord);
        await discord.SayAsync(help, ada, "How do I open the lid without breaking it?");
        await bot.UntilAsync(() => Task.FromResult(Board(discord, board) is [var text] && text.StartsWith("Waiting for an answer", StringComparison.Ordinal)), "the question on the board");

        var file = Path.Combine(Directory.CreateTempSubdirectory("engagebot-rules-").FullName, "rules.json");
        Assert.Equal(0, (await bot.RunAsync("rules", "export", "--output", file)).ExitCode);
        Assert.Contains("Nothing was changed.", (await bot.RunAsync("rules", "import", file)).Output, StringComparison.Ordinal);
        var rules = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        rules["language"] = "fr";
        await File.WriteAllTextAsync(file, rules.ToJsonString());
        Assert.Contains("language: \"en\" → \"fr\"", (await bot.RunAsync("rules", "check", file)).Output, StringComparison.Ordinal);
        Assert.Contains("Changed:\n  language: \"en\" → \"fr\"\n", (await bot.RunAsync("rules", "import", file)).Output, StringComparison.Ordinal);
        await bot.UntilAsync(() => Task.FromResult(Board(discord, board) is [var text] && text.StartsWith("En attente d'une réponse", StringComparison.Ordinal)), "the board in French");

        rules["asksPerPots"] = 1;
        await File.WriteAllTextAsync(file, rules.ToJsonString());
        var (code, _, errors) = await bot.RunAsync("rules", "import", file);
        Assert.Equal(2, code);
        Assert.Contains("there is no rule asksPerPots. Did you mean asksPerPost?", errors, StringComparison.Ordinal);
        Assert.Equal(["1 | file | language: \"en\" → \"fr\""], await bot.RowsAsync("SELECT revision, changed_by, changes FROM rule_revisions"));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private static async Task<LiveBot> LiveAsync(LiveDiscord discord)
    {
        var bot = new LiveBot(discord, Rules);
        bot.Start();
        await ListeningTests.UntilListeningAsync(discord, bot);
        var guild = new CommunityId(Platform.Discord, ListeningTests.Guild(discord).ToString());
        await new CommunitySwitch(bot.Database).GoLiveAsync(guild, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        return bot;
    }

    private static IReadOnlyList<string> Board(LiveDiscord discord, Snowflake board) => [.. discord.World.MessagesOf(board).Select(message => message["content"]!.ToString())];

    private static async Task<string> SaidAsync(LiveBot bot, FakeInteraction interaction)
    {
        await bot.UntilAsync(() => Task.FromResult(interaction.Answered is not null), "an answer to a command");
        return interaction.Data!["content"]!.GetValue<string>();
    }
}
