using System.Globalization;

namespace EngageBot.Evaluation;

/// <summary>How good scores of yes and no are, against labels.</summary>
internal sealed class BinaryScores
{
    private readonly int _truePositives;
    private readonly int _judged;
    private readonly int _labelled;

    public BinaryScores(IReadOnlyList<(float Score, bool Label)> scores, float threshold)
    {
        _judged = scores.Count(score => score.Score >= threshold);
        _labelled = scores.Count(score => score.Label);
        _truePositives = scores.Count(score => score.Label && score.Score >= threshold);
        Auc = AreaUnderCurve(scores);
    }

    public double Precision => _judged == 0 ? 0 : (double)_truePositives / _judged;

    public double Recall => _labelled == 0 ? 0 : (double)_truePositives / _labelled;

    public double F1 => _truePositives == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>How probably a yes scores above a no; ties count half.</summary>
    public double Auc { get; }

    public string Summary => string.Create(CultureInfo.InvariantCulture, $"F1 {F1:F3}  AUC {Auc:F3}  precision {Precision:F3}  recall {Recall:F3}");

    private static double AreaUnderCurve(IReadOnlyList<(float Score, bool Label)> scores)
    {
        var (below, pairs) = (0L, 0.0);
        var positives = 0L;
        foreach (var group in scores.GroupBy(score => score.Score).OrderBy(group => group.Key))
        {
            var yes = group.LongCount(score => score.Label);
            var no = group.LongCount() - yes;
            pairs += yes * (below + (no / 2.0));
            below += no;
            positives += yes;
        }

        return positives == 0 || below == 0 ? double.NaN : pairs / ((double)positives * below);
    }
}
