using EngageBot.Communities;

namespace EngageBot.Host.Playground;

/// <summary>The rules of the Playground's community: quick, so that something is to be seen. They can be changed there like anywhere.</summary>
internal static class PlaygroundRules
{
    public const string Board = "waiting-board";

    public static CommunityRules Quick { get; } = new()
    {
        WaitAtLeast = TimeSpan.FromMinutes(5),
        WaitAtMost = TimeSpan.FromMinutes(20),
        WaitWithoutHistory = TimeSpan.FromMinutes(15),
        BoardAtMost = TimeSpan.FromHours(2),
        BoardChannel = "#" + Board,
        AsksPerDay = 20,
        HoldOutShare = 0,
        FewestHelpers = 2,
        RepliesPerDay = 10,
        Approvals = 0,
    };
}
