using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EngageBot.Learning;

/// <summary>
/// Gradient-boosted decision trees, flat in one array: a node is eight bytes, its two children lie side by side. A leaf is its own child, so that all rows take
/// as many steps as the tree is deep, without a branch; four rows go at a time, so that one waits for memory while others compute.
/// </summary>
internal sealed class BoostedTrees
{
    /// <summary>Rows that go through a tree side by side.</summary>
    private const int Together = 8;

    private readonly TreeNode[] _nodes;
    private readonly float[] _leaves;
    private readonly int[] _roots;
    private readonly int[] _depths;

    /// <exception cref="InvalidDataException">A child lies outside of its tree, or a feature outside of a row: no row could be trusted to the steps.</exception>
    private BoostedTrees(TreeNode[] nodes, int[] roots, int width)
    {
        (_nodes, _roots, Width) = (nodes, roots, width);
        _leaves = new float[nodes.Length];
        _depths = new int[roots.Length];
        for (var tree = 0; tree < roots.Length; tree++)
        {
            var end = tree + 1 < roots.Length ? roots[tree + 1] : nodes.Length;
            _depths[tree] = Prepare(roots[tree], end - roots[tree]);
        }
    }

    public int Count => _roots.Length;

    /// <summary>Features of a row.</summary>
    public int Width { get; }

    /// <exception cref="InvalidDataException">They are no trees over rows of this width.</exception>
    public static BoostedTrees Read(BinaryReader reader, int width)
    {
        List<IReadOnlyList<TreeNode>> trees = [];
        for (var left = reader.ReadUInt16(); left > 0; left--)
        {
            var tree = new TreeNode[reader.ReadUInt16()];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(tree.AsSpan()));
            trees.Add(tree);
        }

        return Of(trees, width);
    }

    /// <summary>Trees from the nodes of each; children are counted from their tree's root and lie behind their parent, 0 is no child.</summary>
    /// <exception cref="InvalidDataException">They are no trees over rows of this width.</exception>
    public static BoostedTrees Of(IEnumerable<IReadOnlyList<TreeNode>> trees, int width)
    {
        List<TreeNode> nodes = [];
        List<int> roots = [];
        foreach (var tree in trees)
        {
            roots.Add(nodes.Count);
            nodes.AddRange(tree);
        }

        return new BoostedTrees([.. nodes], [.. roots], width);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write((ushort)_roots.Length);
        for (var tree = 0; tree < _roots.Length; tree++)
        {
            var end = tree + 1 < _roots.Length ? _roots[tree + 1] : _nodes.Length;
            writer.Write((ushort)(end - _roots[tree]));
            for (var node = _roots[tree]; node < end; node++)
            {
                var isLeaf = _nodes[node].Child == node - _roots[tree];
                writer.Write(isLeaf ? (ushort)0 : _nodes[node].Child);
                writer.Write(_nodes[node].Feature);
                writer.Write(isLeaf ? _leaves[node] : _nodes[node].Value);
            }
        }
    }

    /// <summary>Adds to each row's score what some of the trees say of it.</summary>
    /// <param name="rows">Row behind row.</param>
    /// <param name="scores">One for each row.</param>
    /// <param name="from">The first tree.</param>
    /// <param name="until">The tree behind the last.</param>
    public void AddScores(ReadOnlySpan<float> rows, Span<float> scores, int from, int until)
    {
        Span<float> sums = stackalloc float[Together];
        for (var at = 0; at < scores.Length; at += Together)
        {
            var count = Math.Min(Together, scores.Length - at);
            sums.Clear();
            var block = rows.Slice(at * Width, count * Width);
            AddEight(block, count - 1, sums, from, until);

            for (var row = 0; row < count; row++)
            {
                scores[at + row] += sums[row];
            }
        }
    }

    private void AddEight(ReadOnlySpan<float> rows, int last, Span<float> sums, int from, int until)
    {
        ref var row0 = ref MemoryMarshal.GetReference(rows);
        var (at1, at2, at3) = (Math.Min(1, last) * Width, Math.Min(2, last) * Width, Math.Min(3, last) * Width);
        ref var row4 = ref Unsafe.Add(ref row0, Math.Min(4, last) * Width);
        ref var row5 = ref Unsafe.Add(ref row0, Math.Min(5, last) * Width);
        ref var row6 = ref Unsafe.Add(ref row0, Math.Min(6, last) * Width);
        ref var row7 = ref Unsafe.Add(ref row0, Math.Min(7, last) * Width);
        for (var tree = from; tree < until; tree++)
        {
            ref var root = ref _nodes[_roots[tree]];
            var (node0, node1, node2, node3, node4, node5, node6, node7) = (0, 0, 0, 0, 0, 0, 0, 0);
            for (var depth = _depths[tree]; depth > 0; depth--)
            {
                node0 = Step(ref root, node0, ref row0);
                node1 = Step(ref root, node1, ref Unsafe.Add(ref row0, at1));
                node2 = Step(ref root, node2, ref Unsafe.Add(ref row0, at2));
                node3 = Step(ref root, node3, ref Unsafe.Add(ref row0, at3));
                node4 = Step(ref root, node4, ref row4);
                node5 = Step(ref root, node5, ref row5);
                node6 = Step(ref root, node6, ref row6);
                node7 = Step(ref root, node7, ref row7);
            }

            var leaves = _leaves.AsSpan(_roots[tree]);
            sums[0] += leaves[node0];
            sums[1] += leaves[node1];
            sums[2] += leaves[node2];
            sums[3] += leaves[node3];
            sums[4] += leaves[node4];
            sums[5] += leaves[node5];
            sums[6] += leaves[node6];
            sums[7] += leaves[node7];
        }
    }

    /// <summary>Without bounds checks: that every step stays inside was made sure when the trees were read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Step(ref TreeNode root, int at, ref float row)
    {
        ref var node = ref Unsafe.Add(ref root, at);
        return node.Child + Unsafe.BitCast<bool, byte>(Unsafe.Add(ref row, node.Feature) >= node.Value);
    }

    /// <summary>Makes each leaf of a tree its own child, and finds how deep the tree is.</summary>
    private int Prepare(int root, int count)
    {
        var tree = _nodes.AsSpan(root, count);
        var depths = new int[count];
        for (var at = 0; at < count; at++)
        {
            var node = tree[at];
            if (node.Child == 0)
            {
                _leaves[root + at] = node.Value;
                tree[at] = new TreeNode((ushort)at, 0, float.PositiveInfinity);
            }
            else if (node.Child <= at || node.Child + 1 >= count || node.Feature >= Width)
            {
                throw new InvalidDataException($"node {at} leads out of its tree or its row");
            }
            else
            {
                depths[node.Child] = Math.Max(depths[node.Child], depths[at] + 1);
                depths[node.Child + 1] = Math.Max(depths[node.Child + 1], depths[at] + 1);
            }
        }

        return count == 0 ? throw new InvalidDataException("a tree without nodes") : depths.Max();
    }
}
