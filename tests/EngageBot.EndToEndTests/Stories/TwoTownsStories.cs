using EngageBot.EndToEndTests.Discord;
using EngageBot.EndToEndTests.Slack;

namespace EngageBot.EndToEndTests.Stories;

/// <summary>One person with an account on each platform.</summary>
public sealed class TwoTownsStories : TownStory
{
    [Fact]
    public async Task Whose_accounts_are_linked_from_both_sides_has_one_budget_over_both()
    {
        var clock = Town.Monday();
        var discord = await DiscordTown.StartAsync(clock);
        var slack = await SlackTown.StartAsync(clock);
        await using var bot = LiveBot.By(clock, discord, slack.Slack, $"{{{Asks}{Quick}}}", slack.Moderator);
        await using var guild = DiscordTown.Of(discord, bot, clock);
        await using var workspace = SlackTown.Of(slack, bot, clock);
        bot.Start();
        await guild.UntilListeningAsync();
        await workspace.UntilListeningAsync();
        foreach (var town in (Town[])[guild, workspace])
        {
            await town.GoLiveAsync();
            await town.AgreeAsync("bob");
        }

        var code = (await guild.TypeAsync("bob", "engage", "link")).Text.Split(' ')[^1];
        Assert.Contains("Your two accounts count as one person for me", (await workspace.TypeAsync("bob", "engage", "link", ("code", code))).Text, StringComparison.Ordinal);

        await guild.SayAsync("ada", "help", Question);
        await guild.UntilToldAsync("bob", "I'll reply");
        await workspace.SayAsync("eve", "help", "Where can I find a new lamp for the hall?");
        await workspace.UntilOnBoardAsync("new lamp");
        Assert.Empty(workspace.To("bob"));
        Assert.Single(guild.To("bob"));
    }
}
