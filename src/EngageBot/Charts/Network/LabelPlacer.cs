using EngageBot.Charts.Drawing;

namespace EngageBot.Charts.Network;

/// <summary>
/// Finds a free place beside a node for its name. The most important come first; who finds none goes without, except for the first few, whose names may
/// cover lesser nodes.
/// </summary>
internal sealed class LabelPlacer(Box bounds, IReadOnlyList<Box> nodes)
{
    private const int Important = 10;

    private static readonly double[] Gaps = [4, 11];

    /// <summary>Right, left, below and above, and the corners between.</summary>
    private static readonly (int X, int Y)[] Sides = [(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1)];

    private readonly List<Box> _taken = [];

    public Box? Place(int node, double width, double height)
    {
        var best = Gaps.SelectMany(gap => Sides.Select(side => Beside(nodes[node], side, gap, (width, height))))
            .Where(label => bounds.Contains(label) && !_taken.Exists(label.Overlaps))
            .Select(label => (Label: label, Covered: nodes.Where(label.Overlaps).Sum(other => other.Width)))
            .OrderBy(candidate => candidate.Covered).Take(1).ToList();
        if (best is not [var (label, covered)] || (covered > 0 && node >= Important))
        {
            return null;
        }

        _taken.Add(label);
        return label;
    }

    private static Box Beside(Box node, (int X, int Y) side, double gap, (double Width, double Height) label)
    {
        var (width, height) = label;
        var closer = side.X != 0 && side.Y != 0 ? node.Width * 0.15 : 0; // at a corner the circle is further away
        var x = side.X switch { > 0 => node.Right + gap - closer, < 0 => node.X - gap - width + closer, _ => node.CenterX - (width / 2) };
        var y = side.Y switch { > 0 => node.Bottom + gap - 3 - closer, < 0 => node.Y - gap + 3 - height + closer, _ => node.CenterY - (height / 2) };
        return new Box(x, y, width, height);
    }
}
