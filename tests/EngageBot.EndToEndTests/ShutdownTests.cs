using System.Diagnostics;
using System.Globalization;
using EngageBot.EndToEndTests.Discord;
using EngageBot.EndToEndTests.Stories;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeDiscord;

namespace EngageBot.EndToEndTests;

/// <summary>Told to stop, the bot stores what has arrived; told twice, it ends at once, and nothing is lost either.</summary>
public sealed class ShutdownTests
{
    [PostgresFact]
    public async Task Told_twice_it_does_not_wait_for_a_database_that_is_away_and_what_came_is_read_at_the_next_start()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(TestEngine.Postgres);
        await using var line = new DatabaseLine();
        await using var story = await DiscordStory.BeginAsync(await LiveDiscord.StartAsync(), discord => LiveBot.OnPostgres(discord, database, line.Of(database.ConnectionString), Story.Rules));
        var question = await story.AskAsync(Story.Question);
        await story.UntilShownAsync(question);
        line.Cut();
        var other = await story.AskElsewhereAsync();
        await TellAsync(story.Bot);
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        var second = Stopwatch.GetTimestamp();
        await TellAsync(story.Bot);
        await story.Bot.EndedAsync();
        Assert.True(Stopwatch.GetElapsedTime(second) < TimeSpan.FromSeconds(6), "it waited");

        line.Mend();
        story.Bot.Start();
        await story.UntilShownAsync(other);
    }

    private static async Task TellAsync(LiveBot bot)
    {
        using var terminate = Process.Start("kill", ["-TERM", bot.ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await terminate.WaitForExitAsync();
    }
}
