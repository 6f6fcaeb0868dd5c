using System.Runtime.InteropServices;

namespace EngageBot.Learning;

/// <summary>
/// Gradient-boosted decision trees, flat in one array: a node is eight bytes, the two children of a node lie side by side. Rows are taken a few at a time,
/// so that the steps of one wait for memory while those of another compute.
/// </summary>
internal sealed class BoostedTrees
{
    private readonly TreeNode[] _nodes;
    private readonly int[] _roots;

    private BoostedTrees(TreeNode[] nodes, int[] roots)
    {
        _nodes = nodes;
        _roots = roots;
    }

    public int Count => _roots.Length;

    public static BoostedTrees Read(BinaryReader reader)
    {
        var roots = new int[reader.ReadInt32()];
        for (var tree = 0; tree < roots.Length; tree++)
        {
            roots[tree] = reader.ReadInt32();
        }

        var nodes = new TreeNode[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(nodes.AsSpan()));
        return new BoostedTrees(nodes, roots);
    }

    /// <summary>Trees from the nodes of each; children are counted from their tree's root.</summary>
    public static BoostedTrees Of(IEnumerable<IReadOnlyList<TreeNode>> trees)
    {
        List<TreeNode> nodes = [];
        List<int> roots = [];
        foreach (var tree in trees)
        {
            roots.Add(nodes.Count);
            nodes.AddRange(tree);
        }

        return new BoostedTrees([.. nodes], [.. roots]);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_roots.Length);
        foreach (var root in _roots)
        {
            writer.Write(root);
        }

        writer.Write(_nodes.Length);
        writer.Write(MemoryMarshal.AsBytes(_nodes.AsSpan()));
    }

    /// <summary>Adds to each row's score what some of the trees say of it.</summary>
    /// <param name="rows">Row behind row, each of <paramref name="width"/> features.</param>
    /// <param name="width">Features of a row.</param>
    /// <param name="scores">One for each row.</param>
    /// <param name="from">The first tree.</param>
    /// <param name="until">The tree behind the last.</param>
    public void AddScores(ReadOnlySpan<float> rows, int width, Span<float> scores, int from, int until)
    {
        var at = 0;
        for (; at + 4 <= scores.Length; at += 4)
        {
            AddFour(rows.Slice(at * width, 4 * width), width, scores.Slice(at, 4), from, until);
        }

        for (; at < scores.Length; at++)
        {
            AddOne(rows.Slice(at * width, width), ref scores[at], from, until);
        }
    }

    private void AddOne(ReadOnlySpan<float> row, ref float score, int from, int until)
    {
        for (var tree = from; tree < until; tree++)
        {
            var nodes = _nodes.AsSpan(_roots[tree]);
            var node = nodes[0];
            while (node.Child != 0)
            {
                node = nodes[node.Child + (row[node.Feature] < node.Value ? 0 : 1)];
            }

            score += node.Value;
        }
    }

    private void AddFour(ReadOnlySpan<float> rows, int width, Span<float> scores, int from, int until)
    {
        var row0 = rows[..width];
        var row1 = rows.Slice(width, width);
        var row2 = rows.Slice(2 * width, width);
        var row3 = rows.Slice(3 * width, width);
        for (var tree = from; tree < until; tree++)
        {
            var nodes = _nodes.AsSpan(_roots[tree]);
            var (node0, node1, node2, node3) = (nodes[0], nodes[0], nodes[0], nodes[0]);
            while ((node0.Child | node1.Child | node2.Child | node3.Child) != 0)
            {
                node0 = Step(nodes, node0, row0);
                node1 = Step(nodes, node1, row1);
                node2 = Step(nodes, node2, row2);
                node3 = Step(nodes, node3, row3);
            }

            scores[0] += node0.Value;
            scores[1] += node1.Value;
            scores[2] += node2.Value;
            scores[3] += node3.Value;
        }
    }

    private static TreeNode Step(ReadOnlySpan<TreeNode> nodes, TreeNode node, ReadOnlySpan<float> row) =>
        node.Child == 0 ? node : nodes[node.Child + (row[node.Feature] < node.Value ? 0 : 1)];
}
