using EngageBot.EndToEndTests.Stories;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeDiscord;

namespace EngageBot.EndToEndTests.Discord;

/// <summary>The bot as a process of its own on PostgreSQL, which may be away.</summary>
public sealed class PostgresTests
{
    [PostgresFact]
    public async Task The_story_is_the_same_and_goes_on_after_a_kill()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(TestEngine.Postgres);
        await using var story = await DiscordStory.BeginAsync(await LiveDiscord.StartAsync(), discord => LiveBot.OnPostgres(discord, database, database.ConnectionString, Story.Rules));
        var question = await story.AskAsync(Story.Question);
        await story.Bot.UntilStoredAsync(1);
        await story.Bot.KillAsync();
        story.Bot.Start();
        await story.UntilShownAsync(question);
        await story.Bot.KillAsync();
        story.Bot.Start();
        await story.AnswerAsync(question);
        await story.UntilHiddenAsync(question);
        Assert.Single(story.Board());
    }

    [PostgresFact]
    public async Task A_server_that_is_away_at_the_start_and_in_the_middle_is_waited_for_and_nothing_is_lost()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(TestEngine.Postgres);
        await using var line = new DatabaseLine(isCut: true);
        await using var discord = await LiveDiscord.StartAsync();
        var mending = MendAsync();
        await using var story = await DiscordStory.BeginAsync(discord, given => LiveBot.OnPostgres(given, database, line.Of(database.ConnectionString), Story.Rules));
        await mending;
        var question = await story.AskAsync(Story.Question);
        await story.UntilShownAsync(question);

        line.Cut();
        await story.AnswerAsync(question);
        var other = await story.AskElsewhereAsync();
        await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System);
        Assert.Equal(["1"], await story.Bot.RowsAsync("SELECT COUNT(*) FROM messages WHERE (traits & 7) = 0"));
        line.Mend();
        await story.UntilHiddenAsync(question);
        await story.UntilShownAsync(other);
        Assert.Equal(["3"], await story.Bot.RowsAsync("SELECT COUNT(*) FROM messages WHERE (traits & 7) = 0"));
        var code = await story.Bot.StopAsync();
        var printed = await story.Bot.PrintedAsync();
        Assert.True(code == 0, printed);
        Assert.Contains("cannot be reached", printed, StringComparison.Ordinal);
        Assert.Contains("The database cannot be written", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("open the lid", printed, StringComparison.Ordinal);

        async Task MendAsync()
        {
            await Task.Delay(TimeSpan.FromSeconds(4), TimeProvider.System);
            line.Mend();
        }
    }

    [PostgresFact]
    public async Task Who_is_not_let_in_is_told_so_in_a_sentence()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(TestEngine.Postgres);
        await using var discord = await LiveDiscord.StartAsync();
        await using var bot = LiveBot.OnPostgres(discord, database, database.ConnectionString.Replace("Database=postgres", "Database=nowhere", StringComparison.Ordinal), "{}");
        var (code, _, errors) = await bot.RunAsync("run");
        Assert.Equal(1, code);
        Assert.Equal("engagebot: database \"nowhere\" does not exist: make it (createdb), or name another in EngageBot:Database:ConnectionString.\n", errors);
    }

    [PostgresFact]
    public async Task What_a_file_holds_goes_on_there_after_a_copy()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(TestEngine.Postgres);
        using var program = new ProgramRun();
        Assert.Equal(0, (await program.RunAsync("replay", program.Lines(40), "--database")).ExitCode);
        program.Write("appsettings.json", $$"""{"EngageBot":{"Database":{"ConnectionString":"{{database.ConnectionString}}"} } }""");
        var (code, output, errors) = await program.RunAsync("database", "copy", "--from", "data/engagebot.db", "--to", "postgres");
        Assert.True(code == 0, errors);
        Assert.Contains("messages: 40 rows, the same on both sides", output, StringComparison.Ordinal);
        Assert.Contains("Set EngageBot:Database:Provider to Postgres", output, StringComparison.Ordinal);
        Assert.Equal(40, await database.CountAsync("messages"));

        Assert.Equal(1, (await program.RunAsync("database", "copy", "--from", "data/engagebot.db", "--to", "postgres")).ExitCode);
        program.Write("appsettings.json", $$"""{"EngageBot":{"Database":{"Provider":"Postgres","ConnectionString":"{{database.ConnectionString}}"} } }""");
        var status = await program.RunAsync("status");
        Assert.Contains("Messages: 40;", status.Output, StringComparison.Ordinal);
        Assert.Contains("pg_dump", (await program.RunAsync("backup")).Errors, StringComparison.Ordinal);
        Assert.Contains("back.db, and compared", (await program.RunAsync("database", "copy", "--from", "postgres", "--to", "back.db")).Output, StringComparison.Ordinal);
    }
}
