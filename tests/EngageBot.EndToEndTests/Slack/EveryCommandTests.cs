using EngageBot.EndToEndTests.Stories;

namespace EngageBot.EndToEndTests.Slack;

/// <summary>Every command on Slack.</summary>
public sealed class EveryCommandTests : CommandSuite
{
    private protected override async Task<Town> BeginAsync(string rules, int daysBefore)
    {
        var town = await SlackTown.BeginAsync(rules);
        await town.ArriveAsync(daysBefore);
        return town;
    }
}
