using EngageBot.Charts;

namespace EngageBot.Dashboard;

/// <summary>Who answers whom in the channels that a moderator can read.</summary>
/// <param name="InWords">How many people and pairs there are.</param>
/// <param name="Picture">Null where there are too few people.</param>
public sealed record PeopleNetwork(string InWords, Chart? Picture)
{
    /// <summary>The pairs of the picture with most replies, most first; none where people are not to be named.</summary>
    public IReadOnlyList<NetworkPair> Pairs { get; init; } = [];

    /// <summary>Who holds people together; none where people are not to be named.</summary>
    public IReadOnlyList<NetworkConnector> Connectors { get; init; } = [];
}
