using EngageBot.EndToEndTests.Discord;
using EngageBot.EndToEndTests.Stories;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeDiscord;

namespace EngageBot.EndToEndTests.Many;

/// <summary>What is pressed in a direct message comes on shard 0: the process that has it hands it on to the one that has the server.</summary>
public sealed class HandOverTests
{
    [PostgresFact]
    public async Task Who_is_asked_in_private_answers_to_the_process_that_asked()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(TestEngine.Postgres);
        using var keys = new ProgramRun();
        var discord = await LiveDiscord.StartAsync(options => options with { RecommendedShards = 2 });
        discord.Rest.CallsPerSecond *= 2;
        LiveBot Make() => LiveBot.OneOfMany(discord, database, Story.AskingRules, keys.Path("erasures.key"));
        await using var other = Make();
        other.Start();
        await using var story = await DiscordStory.BeginAsync(discord, _ => Make());
        await story.Bot.UntilAsync(
            async () => (await database.RowsAsync("SELECT COUNT(DISTINCT holder), COUNT(holder) FROM partitions WHERE name LIKE 'discord:%'")).Single() == "2 | 2", "each of both to have a shard");

        await story.AgreeAsync("bob");
        await story.AskAsync(Story.Question);
        await story.Bot.UntilAsync(() => Task.FromResult(story.PrivateTo("bob").Count == 1), "a private message");
        await story.PressAsync("bob", "I'll reply");

        await story.Bot.UntilAsync(() => Task.FromResult(story.PrivateTo("bob") is [{ Buttons.Count: 0 } said] && said.Text.Contains("Thank you!", StringComparison.Ordinal)), "thanks for it");
        Assert.Single(await database.RowsAsync("SELECT 1 FROM claims"));
        var status = await story.Bot.RunAsync("status");
        Assert.Contains("Process ", status.Output, StringComparison.Ordinal);
        Assert.Contains("discord:0/2", status.Output, StringComparison.Ordinal);
        Assert.Contains("discord:1/2", status.Output, StringComparison.Ordinal);
    }
}
