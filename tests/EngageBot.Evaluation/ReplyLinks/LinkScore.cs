using EngageBot.Evaluation.Irc;

namespace EngageBot.Evaluation.ReplyLinks;

/// <summary>Links held against those made by hand: pairs of a line and what it answers, over the lines that are annotated.</summary>
internal sealed class LinkScore
{
    private const int Bins = 10;

    private readonly int[] _number = new int[Bins];
    private readonly int[] _rightIn = new int[Bins];
    private readonly double[] _claimed = new double[Bins];
    private int _found;
    private int _right;
    private int _labelled;

    public double Precision => 100.0 * _right / Math.Max(1, _found);

    public double Recall => 100.0 * _right / Math.Max(1, _labelled);

    public double F1 => _right == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>How far the probabilities are from how often they were right, on average over ten bins; system lines, which nobody guesses, are not in it.</summary>
    public double CalibrationError => Enumerable.Range(0, Bins).Sum(bin => Math.Abs(_rightIn[bin] - _claimed[bin])) / Math.Max(1, _number.Sum());

    /// <summary>Counts one line; unless it is annotated, nothing happens.</summary>
    /// <param name="probability">Null for a line that was not guessed.</param>
    public void Add(Annotations labels, int line, int parent, float? probability)
    {
        if (!labels.Has(line))
        {
            return;
        }

        var isRight = labels.ParentsOf(line).Contains(parent);
        _found++;
        _labelled += labels.ParentsOf(line).Count;
        _right += isRight ? 1 : 0;
        if (probability is { } claimed)
        {
            var bin = Math.Min(Bins - 1, (int)(claimed * Bins));
            _number[bin]++;
            _rightIn[bin] += isRight ? 1 : 0;
            _claimed[bin] += claimed;
        }
    }

    public string Summary => FormattableString.Invariant($"precision {Precision:F2}, recall {Recall:F2}, F1 {F1:F2} over {_labelled} links of {_found} lines");

    /// <summary>A line for each bin that is not empty.</summary>
    public IEnumerable<string> Calibration => Enumerable.Range(0, Bins)
        .Where(bin => _number[bin] > 0)
        .Select(bin => FormattableString.Invariant($"  {bin / 10.0:F1} to {(bin + 1) / 10.0:F1}: {_number[bin]} links, claimed {_claimed[bin] / _number[bin]:F3}, right {(double)_rightIn[bin] / _number[bin]:F3}"))
        .Prepend(FormattableString.Invariant($"expected calibration error {CalibrationError:F4}"));
}
