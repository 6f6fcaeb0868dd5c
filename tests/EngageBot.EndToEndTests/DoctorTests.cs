using EngageBot.Discord.Models;
using EngageBot.EndToEndTests.Discord;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeDiscord;
using EngageBot.TestKit.FakeSlack;

namespace EngageBot.EndToEndTests;

/// <summary><c>engagebot doctor</c> says what is wrong before anybody notices.</summary>
public sealed class DoctorTests
{
    [Fact]
    public async Task Where_all_is_well_it_says_so_on_both_platforms_and_changes_nothing()
    {
        await using var discord = await LiveDiscord.StartAsync();
        ListeningTests.Begin(discord);
        await using var slack = await FakeSlack.StartAsync(new FakeSlackOptions { AckWithin = TestTime.Patience });
        Slack.ListeningTests.Begin(slack);
        await using var bot = new LiveBot(discord, slack);
        Assert.Contains("it is made at the first start", (await bot.RunAsync("doctor")).Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(bot.Folder, "engagebot.db")));

        bot.Start();
        await ListeningTests.UntilListeningAsync(discord, bot);
        var (code, output, errors) = await bot.RunAsync("doctor");
        Assert.True(code == 0, output + errors);
        Assert.Contains("ok  Settings: all can be used.", output, StringComparison.Ordinal);
        Assert.Contains("it is there and whole", output, StringComparison.Ordinal);
        Assert.Contains("ok  Clock: it is right.", output, StringComparison.Ordinal);
        Assert.Contains("ok  Discord: the token is right, and the intents are switched on.", output, StringComparison.Ordinal);
        Assert.Contains($"ok  Discord server {ListeningTests.Guild(discord)}: ", output, StringComparison.Ordinal);
        Assert.Contains("the bot token is right, and has all scopes.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("fake-token", output, StringComparison.Ordinal);
        Assert.DoesNotContain("xoxb-", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_thing_that_is_wrong_is_told_with_what_to_do()
    {
        await using var discord = await LiveDiscord.StartAsync();
        await using var slack = await FakeSlack.StartAsync(new FakeSlackOptions { AckWithin = TestTime.Patience });
        Slack.ListeningTests.Begin(slack).Workspace.World.Scopes.Remove("reactions:read");
        discord.World.ApplicationFlags = ApplicationFlags.None;
        await using var bot = new LiveBot(discord, slack);
        var (code, output, _) = await bot.RunAsync("doctor");
        Assert.Equal(1, code);
        Assert.Contains("!!  Discord: The bot may not read messages: switch on Message Content Intent", output, StringComparison.Ordinal);
        Assert.Contains("the bot token lacks reactions:read: give the app the manifest", output, StringComparison.Ordinal);
        Assert.EndsWith("What is marked with !! keeps the bot from its work.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_in_which_it_lacks_a_permission_is_named()
    {
        await using var discord = await LiveDiscord.StartAsync();
        ListeningTests.Begin(discord);
        var guild = ListeningTests.Guild(discord);
        var board = discord.World.AddChannel(guild, "waiting");
        await using var bot = new LiveBot(discord, """{"BoardChannel":"waiting"}""");
        bot.Start();
        await ListeningTests.UntilListeningAsync(discord, bot);
        var closed = discord.World.Tells(board).Replace("\"permission_overwrites\":[]", $$"""
            "permission_overwrites":[{"id":"{{guild}}","type":0,"allow":"0","deny":"{{(ulong)Permissions.SendMessages}}"}]
            """, StringComparison.Ordinal);
        await discord.Gateway.DispatchAsync("CHANNEL_UPDATE", closed, guild);
        await bot.UntilAsync(async () => (await bot.RowsAsync("SELECT 1 FROM health WHERE code = 'rights'")).Count > 0, "the running bot to notice");
        Assert.Equal(0, await bot.StopAsync());
        await bot.ExecuteAsync("DELETE FROM health");
        var (code, output, _) = await bot.RunAsync("doctor");
        Assert.Equal(1, code);
        Assert.Contains($"!!  Discord server {guild}: In #waiting the bot lacks Send Messages: give its role that there.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_cannot_be_used_do_not_hide_one_another()
    {
        using var program = new ProgramRun();
        program.Write("appsettings.json", """{"EngageBot":{"Discord":{"Token":"x","Shards":"many"},"Rules":{"WaitAtLeast":"soon"},"Web":{"Listen":"nowhere"}}}""");
        var (code, output, _) = await program.RunAsync("doctor");
        Assert.Equal(1, code);
        Assert.Contains("!!  Settings: EngageBot:Discord:Shards", output, StringComparison.Ordinal);
        Assert.Contains("!!  Settings: EngageBot:Web:Listen", output, StringComparison.Ordinal);
        Assert.Contains("WaitAtLeast", output, StringComparison.Ordinal);
    }
}
