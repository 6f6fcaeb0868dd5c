using System.Text.Json;
using EngageBot.Learning;

namespace EngageBot.Evaluation.ReplyLinks;

/// <summary>Reads the trees of a model that XGBoost wrote as JSON.</summary>
internal static class XgboostFile
{
    public static BoostedTrees Read(string path, int width)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var trees = json.RootElement.GetProperty("learner").GetProperty("gradient_booster").GetProperty("model").GetProperty("trees");
        return BoostedTrees.Of(trees.EnumerateArray().Select(Tree), width);
    }

    /// <summary>Level by level, so that two children lie side by side.</summary>
    private static IReadOnlyList<TreeNode> Tree(JsonElement tree)
    {
        var (left, right) = (Numbers(tree, "left_children"), Numbers(tree, "right_children"));
        var (features, values) = (Numbers(tree, "split_indices"), Numbers(tree, "split_conditions"));
        List<int> order = [0];
        List<TreeNode> nodes = [];
        for (var at = 0; at < order.Count; at++)
        {
            var node = order[at];
            var isLeaf = left[node] < 0;
            nodes.Add(new TreeNode(isLeaf ? (ushort)0 : (ushort)order.Count, isLeaf ? (ushort)0 : (ushort)features[node], (float)values[node]));
            if (!isLeaf)
            {
                order.AddRange([(int)left[node], (int)right[node]]);
            }
        }

        return nodes;
    }

    private static double[] Numbers(JsonElement tree, string name) => [.. tree.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];
}
