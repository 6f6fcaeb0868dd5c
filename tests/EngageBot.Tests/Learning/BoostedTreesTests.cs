using EngageBot.Learning;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Learning;

public sealed class BoostedTreesTests
{
    private const int Width = 5;

    /// <summary>Below 10 in the first feature: 1; else by the second feature: 2 or 3.</summary>
    private static readonly TreeNode[] Branching = [new(1, 0, 10), new(0, 0, 1), new(3, 1, 0.5f), new(0, 0, 2), new(0, 0, 3)];

    private static readonly TreeNode[] Leaf = [new(0, 0, 0.25f)];

    [Theory]
    [InlineData(9.9f, 7, 1.25f)]
    [InlineData(10, 0.4f, 2.25f)]
    [InlineData(10, 0.5f, 3.25f)]
    [InlineData(float.PositiveInfinity, float.NegativeInfinity, 2.25f)]
    public void A_row_goes_left_where_it_is_below_and_gets_the_sum_of_its_leaves(float first, float second, float score) =>
        Assert.Equal([score], Scores(BoostedTrees.Of([Branching, Leaf], width: 2), [first, second], rows: 1));

    [Fact]
    public void Some_of_the_trees_add_only_theirs()
    {
        var trees = BoostedTrees.Of([Branching, Leaf, Leaf], width: 2);
        float[] scores = [100];

        trees.AddScores([0, 0], scores, 1, 2);
        Assert.Equal([100.25f], scores);
        trees.AddScores([0, 0], scores, 0, 1);
        Assert.Equal([101.25f], scores);
        Assert.Equal((3, 2), (trees.Count, trees.Width));
    }

    [Fact]
    public void Without_trees_every_score_stays_0() => Assert.Equal([0f, 0f], Scores(BoostedTrees.Of([], Width), new float[2 * Width], rows: 2));

    [Fact]
    public void However_many_rows_go_at_once_each_gets_what_plain_steps_give_it() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var made = Enumerable.Range(0, 1 + random.Next(6)).Select(_ => Made(random)).ToArray();
        var trees = BoostedTrees.Of(made, Width);
        for (var rows = 1; rows <= 17; rows++)
        {
            var values = Rows(random, rows);
            var expected = values.Chunk(Width).Select(row => made.Aggregate(0f, (sum, tree) => sum + Plain(tree, 0, row)));
            Assert.Equal(expected, Scores(trees, values, rows));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_was_written_is_read_again() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var trees = BoostedTrees.Of([Leaf, .. Enumerable.Range(0, random.Next(6)).Select(_ => Made(random))], Width);
        var values = Rows(random, 7);

        var again = BoostedTrees.Read(new BinaryReader(new MemoryStream(Written(trees))), Width);

        Assert.Equal(trees.Count, again.Count);
        Assert.Equal(Scores(trees, values, 7), Scores(again, values, 7));
        Assert.Equal(Written(trees), Written(again));
    }).QuickCheckThrowOnFailure();

    public static TheoryData<string, object> Broken() => new()
    {
        { "a child outside of the tree", new TreeNode[] { new(3, 0, 1), new(0, 0, 1), new(0, 0, 1) } },
        { "the second child outside of the tree", new TreeNode[] { new(2, 0, 1), new(0, 0, 1), new(0, 0, 1) } },
        { "a child before its parent", new TreeNode[] { new(1, 0, 1), new(0, 0, 1), new(1, 0, 1), new(0, 0, 1) } },
        { "its own child", new TreeNode[] { new(1, 0, 1), new(1, 0, 1), new(0, 0, 1) } },
        { "a feature outside of the row", new TreeNode[] { new(1, Width, 1), new(0, 0, 1), new(0, 0, 1) } },
        { "no node", Array.Empty<TreeNode>() },
    };

    [Theory, MemberData(nameof(Broken))]
    public void Trees_that_lead_astray_are_refused(string what, object tree)
    {
        Assert.NotEmpty(what);
        Assert.Throws<InvalidDataException>(() => BoostedTrees.Of([Leaf, (TreeNode[])tree, Leaf], Width));
    }

    [Fact]
    public void Broken_trees_in_a_file_are_refused_too()
    {
        var branching = Written(BoostedTrees.Of([Branching], width: 2));

        Assert.Throws<InvalidDataException>(() => BoostedTrees.Read(new BinaryReader(new MemoryStream(branching)), width: 1));
        Assert.Throws<EndOfStreamException>(() => BoostedTrees.Read(new BinaryReader(new MemoryStream(branching[..^1])), width: 2));
    }

    private static float Plain(TreeNode[] tree, int at, float[] row)
    {
        var node = tree[at];
        return node.Child == 0 ? node.Value : Plain(tree, row[node.Feature] < node.Value ? node.Child : node.Child + 1, row);
    }

    /// <summary>A tree of any shape: the children of a node are added behind all nodes there are.</summary>
    private static TreeNode[] Made(Random random)
    {
        List<TreeNode> nodes = [default];
        for (var at = 0; at < nodes.Count; at++)
        {
            if (nodes.Count < 60 && random.Next(10) < 7)
            {
                nodes[at] = new TreeNode((ushort)nodes.Count, (ushort)random.Next(Width), random.Next(-3, 4));
                nodes.AddRange([default, default]);
            }
            else
            {
                nodes[at] = new TreeNode(0, 0, random.NextSingle() - 0.5f);
            }
        }

        return [.. nodes];
    }

    /// <summary>Whole numbers, so that many lie just on what they are held against.</summary>
    private static float[] Rows(Random random, int count) => [.. Enumerable.Range(0, count * Width).Select(_ => (float)random.Next(-4, 5))];

    private static float[] Scores(BoostedTrees trees, float[] values, int rows)
    {
        var scores = new float[rows];
        trees.AddScores(values, scores, 0, trees.Count);
        return scores;
    }

    private static byte[] Written(BoostedTrees trees)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        trees.Write(writer);
        writer.Flush();
        return stream.ToArray();
    }
}
