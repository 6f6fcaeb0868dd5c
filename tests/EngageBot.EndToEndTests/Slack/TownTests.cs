using EngageBot.EndToEndTests.Stories;

namespace EngageBot.EndToEndTests.Slack;

/// <summary>What people live through with the bot, on Slack.</summary>
public sealed class TownTests : TownSuite
{
    private protected override async Task<Town> BeginAsync(string rules, int daysBefore = 0)
    {
        var town = await SlackTown.BeginAsync(rules);
        await town.ArriveAsync(daysBefore);
        return town;
    }
}
