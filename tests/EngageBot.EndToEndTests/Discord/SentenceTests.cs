using EngageBot.Discord.Models;
using EngageBot.TestKit.FakeDiscord;

namespace EngageBot.EndToEndTests.Discord;

/// <summary>What cannot work is said in one sentence.</summary>
public sealed class SentenceTests
{
    [Fact]
    public async Task A_wrong_token_is_said_in_one_sentence()
    {
        await using var discord = await LiveDiscord.StartAsync();
        await using var bot = new LiveBot(discord, token: "a-wrong-token");

        var (code, output, errors) = await bot.RunAsync("run");

        Assert.NotEqual(0, code);
        Assert.StartsWith("engagebot: Discord refused the bot's token", errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
        Assert.DoesNotContain("a-wrong-token", output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_platform_to_run_on_it_says_what_to_set()
    {
        using var program = new ProgramRun();

        var (code, _, errors) = await program.RunAsync("run");

        Assert.Equal(2, code);
        Assert.Contains("EngageBot__Discord__Token", errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Theory]
    [InlineData(4004, "The bot token is wrong or was reset")]
    [InlineData(4014, "A privileged intent is not switched on")]
    public async Task A_token_that_is_reset_or_an_intent_that_is_revoked_while_it_runs_ends_it_with_a_sentence_that_is_kept(int closing, string sentence)
    {
        await using var discord = await LiveDiscord.StartAsync();
        ListeningTests.Begin(discord);
        await using var bot = new LiveBot(discord);
        bot.Start();
        await ListeningTests.UntilListeningAsync(discord, bot);

        await discord.Gateway.CloseAsync(closing);

        Assert.Equal(2, await bot.EndedAsync());
        Assert.Contains($"engagebot: Discord closed the gateway ({closing}", await bot.PrintedAsync(), StringComparison.Ordinal);
        Assert.Contains(sentence, (await bot.RunAsync("community", "list")).Output, StringComparison.Ordinal);

        bot.Start();
        await bot.UntilAsync(async () => (await bot.RowsAsync("SELECT 1 FROM health WHERE solved_at IS NULL")).Count == 0, "the next start to be in order");
    }

    [Fact]
    public async Task An_intent_that_is_off_is_named()
    {
        await using var discord = await LiveDiscord.StartAsync();
        discord.World.ApplicationFlags = ApplicationFlags.None;
        await using var bot = new LiveBot(discord);

        var (code, _, errors) = await bot.RunAsync();

        Assert.Equal(2, code);
        Assert.Contains("Message Content Intent", errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
        Assert.Contains("Discord: The bot may not read messages: switch on Message Content Intent", (await bot.RunAsync("community", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_intent_for_members_that_is_off_is_named_where_it_is_asked_for()
    {
        await using var discord = await LiveDiscord.StartAsync();
        discord.World.ApplicationFlags = ApplicationFlags.GatewayMessageContentLimited;
        await using var bot = new LiveBot(discord, more: ",\"Members\":true");

        var (code, _, errors) = await bot.RunAsync();

        Assert.Equal(2, code);
        Assert.Contains("switch on Server Members Intent", errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_second_program_on_the_same_database_is_refused()
    {
        await using var discord = await LiveDiscord.StartAsync();
        ListeningTests.Begin(discord);
        await using var bot = new LiveBot(discord);
        bot.Start();
        await ListeningTests.UntilListeningAsync(discord, bot);

        var (code, _, errors) = await bot.RunAsync("run");

        Assert.Equal(1, code);
        Assert.StartsWith("engagebot: Another EngageBot is running with the database", errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
        Assert.Equal(1, discord.Gateway.Identifies);
        await bot.KillAsync();
        bot.Start(); // Nothing is left of the lock.
        await bot.UntilAsync(() => Task.FromResult(discord.Gateway.Resumes == 1), "the bot to go on");
    }

    [Fact]
    public async Task The_invite_link_asks_for_what_is_needed()
    {
        await using var discord = await LiveDiscord.StartAsync();
        await using var bot = new LiveBot(discord);

        var (code, output, errors) = await bot.RunAsync("discord", "invite");

        Assert.True(code == 0, errors);
        var needed = (ulong)(Permissions.ViewChannel | Permissions.ReadMessageHistory | Permissions.AddReactions | Permissions.SendMessages | Permissions.CreatePublicThreads);
        Assert.Equal($"https://discord.com/oauth2/authorize?client_id={discord.World.BotId}&scope=bot&permissions={needed}", output.Trim());
    }
}
