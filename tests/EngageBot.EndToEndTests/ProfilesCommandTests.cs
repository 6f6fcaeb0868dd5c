using Dapper;
using EngageBot.EndToEndTests.Discord;
using EngageBot.Host.Storage;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeDiscord;
using EngageBot.TestKit.FakeSlack;

namespace EngageBot.EndToEndTests;

/// <summary>Profiles come back from a history that is read again, and texts do not.</summary>
public sealed class ProfilesCommandTests
{
    private const string Profiles = "SELECT m.name || hex(p.profile) FROM member_profiles p JOIN members m ON m.id = p.member ORDER BY m.name";
    private const string Forget = "UPDATE messages SET text = NULL; DELETE FROM member_profiles";

    [Fact]
    public async Task From_an_export()
    {
        using var program = new ProgramRun();
        var export = program.Lines(40);
        Assert.Equal(0, (await program.RunAsync("replay", export, "--database")).ExitCode);
        await using var database = new SqliteDataSource(program.Path("data/engagebot.db"));
        var before = await RowsAsync(database, Profiles);
        await RowsAsync(database, Forget);

        var (exitCode, output, errors) = await program.RunAsync("profiles", "rebuild", export);

        Assert.True(exitCode == 0, errors);
        Assert.Equal("3 profiles were made anew; of 40 messages whose text is kept no longer the topics came from the history.", output.TrimEnd());
        Assert.Equal(before, await RowsAsync(database, Profiles));
        Assert.Empty(await RowsAsync(database, "SELECT text FROM messages WHERE text IS NOT NULL"));
    }

    [Fact]
    public async Task From_the_platform_itself()
    {
        await using var discord = await LiveDiscord.StartAsync();
        var (channel, ada) = ListeningTests.Begin(discord);
        await using var bot = new LiveBot(discord);
        bot.Start();
        await ListeningTests.UntilListeningAsync(discord, bot);
        await discord.SayAsync(channel, ada, "where are the violins and the printers kept?");
        await discord.SayAsync(channel, ada, "the printers are found");
        await bot.UntilStoredAsync(2);
        Assert.Equal(0, await bot.StopAsync());
        var before = await bot.RowsAsync(Profiles);
        await bot.RowsAsync(Forget);

        var (exitCode, output, errors) = await bot.RunAsync("profiles", "rebuild", "--days", "30");

        Assert.True(exitCode == 0, errors);
        Assert.Equal("1 profiles were made anew; of 2 messages whose text is kept no longer the topics came from the history.", output.TrimEnd());
        Assert.Equal(before, await bot.RowsAsync(Profiles));
    }

    [Fact]
    public async Task From_Slack_with_what_was_said_in_threads()
    {
        await using var slack = await FakeSlack.StartAsync(new FakeSlackOptions { AckWithin = TestTime.Patience, LongestPage = 2 });
        var (workspace, channel, ada) = Slack.ListeningTests.Begin(slack);
        await using var bot = new LiveBot(slack);
        bot.Start();
        await Slack.ListeningTests.UntilListeningAsync(workspace, bot);
        var head = await workspace.PostAsync(ada, channel, "where are the violins and the printers kept?");
        await workspace.PostAsync(ada, channel, "in the cellar, under the blue lamps", head.Ts);
        await workspace.PostAsync(ada, channel, "the printers are found");
        await workspace.PostAsync(ada, channel, "and so are the violins");
        await bot.UntilStoredAsync(4);
        Assert.Equal(0, await bot.StopAsync());
        var before = await bot.RowsAsync(Profiles);
        await bot.RowsAsync(Forget);

        var (exitCode, output, errors) = await bot.RunAsync("profiles", "rebuild", "--days", "30");

        Assert.True(exitCode == 0, errors);
        Assert.Equal("1 profiles were made anew; of 4 messages whose text is kept no longer the topics came from the history.", output.TrimEnd());
        Assert.Equal(before, await bot.RowsAsync(Profiles));
    }

    [Theory]
    [InlineData("There is no database", "profiles", "rebuild", "history.jsonl")]
    [InlineData("No platform is configured to read the history from.", "profiles", "rebuild")]
    public async Task Without_anything_to_rebuild_it_says_so(string sentence, params string[] arguments)
    {
        using var program = new ProgramRun();
        program.Lines(4);
        var (exitCode, _, errors) = await program.RunAsync(arguments);
        Assert.Equal(2, exitCode);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string?>> RowsAsync(SqliteDataSource database, string sql)
    {
        await using var connection = await database.OpenConnectionAsync();
        return [.. await connection.QueryAsync<string?>(sql)];
    }
}
