using EngageBot.Charts;

namespace EngageBot.Tests.Charts;

/// <summary>Data for the tests.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Monday = new(2025, 3, 3, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A community of sixty in four groups, always the same.</summary>
    public static NetworkChart Sixty()
    {
        var random = new Random(7);
        var edges = Enumerable.Range(0, 500).Select(_ => (From: random.Next(60), To: random.Next(60), Weight: random.Next(1, 9)))
            .Where(edge => edge.From % 4 == edge.To % 4 || edge.Weight == 1).Select(edge => new NetworkEdge(edge.From, edge.To, edge.Weight));
        var nodes = Enumerable.Range(0, 60).Select(id => new NetworkNode(id, "member " + id, 60 - (id / 2)));
        return new NetworkChart { Title = "Who answers whom", Members = 1204, Nodes = [.. nodes], Edges = [.. edges] };
    }
}
