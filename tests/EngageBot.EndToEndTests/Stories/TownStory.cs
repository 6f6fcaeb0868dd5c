using EngageBot.EndToEndTests.Discord;
using EngageBot.EndToEndTests.Slack;

namespace EngageBot.EndToEndTests.Stories;

/// <summary>What stories of towns begin with: a bot that is live, waits for two seconds, and shows on the board what nobody answers.</summary>
public abstract class TownStory
{
    private protected const string Question = Story.Question;

    private protected const string Quick =
        """
        "WaitAtLeast":"00:00:02","WaitAtMost":"00:00:02","WaitWithoutHistory":"00:00:02","PublicStep":"Board","BoardChannel":"waiting","ModeratorChannel":"mods","Approvals":0
        """;

    /// <summary>Whoever agreed is asked, one about each post.</summary>
    private protected const string Asks = "\"FewestHelpers\":1,\"AsksPerPost\":1,\"AsksPerDay\":10,";

    /// <param name="rules">More of them, each with a comma after it.</param>
    private protected static async Task<Town> BeginAsync(TownPlatform platform, string rules = "")
    {
        var all = $"{{{rules}{Quick}}}";
        Town town = platform == TownPlatform.Discord ? await DiscordTown.BeginAsync(all) : await SlackTown.BeginAsync(all);
        await town.ArriveAsync(daysBefore: 0);
        await town.GoLiveAsync();
        return town;
    }
}
