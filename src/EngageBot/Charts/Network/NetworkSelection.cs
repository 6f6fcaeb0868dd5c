using System.Runtime.InteropServices;
using EngageBot.Charts.Drawing;

namespace EngageBot.Charts.Network;

/// <summary>The part of a network that is drawn: its heaviest nodes, heaviest first, and the heaviest links between them.</summary>
internal sealed record NetworkSelection(IReadOnlyList<NetworkNode> Nodes, IReadOnlyList<NetworkLink> Links)
{
    public static NetworkSelection Of(IReadOnlyList<NetworkNode> nodes, IReadOnlyList<NetworkEdge> edges, int mostNodes, int mostLinks)
    {
        List<NetworkNode> chosen = [.. nodes.DistinctBy(node => node.Id)
            .Select(node => node with { Weight = HumanNumber.Usable(node.Weight) ?? 0 })
            .OrderByDescending(node => node.Weight).ThenBy(node => node.Id).Take(mostNodes)];
        var indices = chosen.Select((node, index) => (node.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        var links = Merge(edges, indices).OrderByDescending(link => link.Weight).ThenBy(link => link.From).ThenBy(link => link.To).Take(mostLinks);
        return new NetworkSelection(chosen, [.. links]);
    }

    private static IEnumerable<NetworkLink> Merge(IReadOnlyList<NetworkEdge> edges, Dictionary<long, int> indices)
    {
        var weights = new Dictionary<(int From, int To), double>();
        var marked = new HashSet<(int From, int To)>();
        foreach (var edge in edges)
        {
            if (edge.From == edge.To || !indices.TryGetValue(edge.From, out var from) || !indices.TryGetValue(edge.To, out var to))
            {
                continue;
            }

            ref var weight = ref CollectionsMarshal.GetValueRefOrAddDefault(weights, (from, to), out _);
            weight += HumanNumber.Usable(edge.Weight) ?? 0;
            if (edge.IsReciprocal)
            {
                marked.Add((from, to));
            }
        }

        foreach (var ((from, to), weight) in weights)
        {
            var isBack = weights.TryGetValue((to, from), out var back);
            if (!isBack || from < to)
            {
                yield return new NetworkLink(from, to, weight + back, isBack || marked.Contains((from, to)) || marked.Contains((to, from)));
            }
        }
    }
}
