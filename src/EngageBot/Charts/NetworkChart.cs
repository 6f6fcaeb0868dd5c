using EngageBot.Charts.Drawing;
using EngageBot.Charts.Network;
using EngageBot.Charts.Plots;
using EngageBot.Charts.Text;

namespace EngageBot.Charts;

/// <summary>Who answers whom. The same input gives the same picture.</summary>
public sealed record NetworkChart : Chart
{
    public required IReadOnlyList<NetworkNode> Nodes { get; init; }

    public required IReadOnlyList<NetworkEdge> Edges { get; init; }

    /// <summary>How many members there are, where <see cref="Nodes"/> is but a part of them.</summary>
    public int? Members { get; init; }

    public int MostNodes { get; init; } = 60;

    public int MostEdges { get; init; } = 200;

    /// <summary>Another number gives another arrangement of the same network.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What its lines and dots mean, in another language; how many members there are is not said then.</summary>
    public NetworkWords? Words { get; init; }

    internal static string NameOf(NetworkNode node) => node.Name is null ? "a member" : Label.Isolate(node.Name);

    internal string Extent(NetworkSelection selection)
    {
        var all = Math.Max(Members ?? 0, Nodes.Count);
        return all > selection.Nodes.Count
            ? $"{HumanNumber.Count(selection.Nodes.Count)} of {HumanNumber.Count(all)} members"
            : HumanNumber.Counted(all, "members");
    }

    public override string ToText(int width) => TextChart.Network(this, width);

    internal NetworkSelection Select(double share = 1) =>
        NetworkSelection.Of(Nodes, Edges, (int)Math.Max(2, MostNodes * share), (int)Math.Max(1, MostEdges * share));

    private protected override double Draw(Canvas canvas)
    {
        var top = canvas.Header(Title, Caption);
        var selection = Select(canvas.IsNarrow ? 0.5 : 1); // a telephone has no room for more
        return selection.Nodes.Count == 0 ? canvas.Empty(top) : new NetworkPlot(this, selection, canvas, top).Draw();
    }

    private protected override string Describe()
    {
        var selection = Select();
        var mutual = selection.Links.Count(link => link.IsMutual);
        return selection.Nodes.Count == 0 ? "Network of who answers whom: no data yet."
            : $"Network of who answers whom, {Extent(selection)}: pairs who answer each other: {HumanNumber.Count(mutual)}; " +
              $"one way: {HumanNumber.Count(selection.Links.Count - mutual)}. Most replies given: " +
              string.Join(", ", selection.Nodes.Take(5).Select(node => $"{NameOf(node)} {HumanNumber.Count(node.Weight)}")) + ".";
    }
}
