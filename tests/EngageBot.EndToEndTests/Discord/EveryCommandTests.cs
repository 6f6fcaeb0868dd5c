using EngageBot.EndToEndTests.Stories;

namespace EngageBot.EndToEndTests.Discord;

/// <summary>Every command on Discord.</summary>
public sealed class EveryCommandTests : CommandSuite
{
    private protected override async Task<Town> BeginAsync(string rules, int daysBefore)
    {
        var town = await DiscordTown.BeginAsync(rules);
        await town.ArriveAsync(daysBefore);
        return town;
    }
}
