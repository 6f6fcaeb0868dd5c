using EngageBot.EndToEndTests.Stories;

namespace EngageBot.EndToEndTests.Discord;

/// <summary>What people live through with the bot, on Discord.</summary>
public sealed class TownTests : TownSuite
{
    private protected override async Task<Town> BeginAsync(string rules, int daysBefore = 0)
    {
        var town = await DiscordTown.BeginAsync(rules);
        await town.ArriveAsync(daysBefore);
        return town;
    }
}
