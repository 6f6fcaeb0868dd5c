namespace EngageBot.ReplyGraph.Model;

/// <summary>
/// What the model looks at, for a new line and one that it may answer, or none ("itself"). The one place for it: training writes these rows to a file,
/// the bot gives them to the trees. The order is the model's: after a change it must be trained again.
/// </summary>
internal static class ReplyFeatures
{
    /// <summary>Where nothing is known or nobody is meant.</summary>
    private const float Unknown = -1;

    public const int Count = LineFeatures.Count + PairFeatures.Count;

    /// <summary>The features of the new line, the same in every row.</summary>
    public static void FillLine(ReplyScene scene, ReadOnlySpan<int> candidates, Span<float> row) => LineFeatures.Fill(scene, candidates, row);

    /// <summary>The features of a candidate, behind those of the line.</summary>
    public static void FillCandidate(ReplyScene scene, int back, Span<float> row) => PairFeatures.Fill(scene, back, row[LineFeatures.Count..]);

    /// <summary>The row that stands for answering none.</summary>
    public static void FillItself(Span<float> row) => row[LineFeatures.Count..].Fill(Unknown);

    public static float Flag(bool value) => value ? 1 : 0;

    /// <summary>1 or 0 of a place that is known, -1 of one that is not.</summary>
    public static float Or(int back, bool value) => back < 0 ? Unknown : Flag(value);
}
