using EngageBot.Chat;
using EngageBot.Evaluation.Irc;

namespace EngageBot.Evaluation.Unanswered;

/// <summary>
/// Questions that nobody answered: of those that by the hand-made links start a conversation, the ones found held against the ones labelled. What was taken for
/// the start of a conversation and is none is counted beside.
/// </summary>
internal sealed class UnansweredScore
{
    private int _found;
    private int _right;
    private int _labelled;
    private int _starts;
    private int _others;

    public double Precision => (double)_right / Math.Max(1, _found);

    public double Recall => (double)_right / Math.Max(1, _labelled);

    public double F1 => _right == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public string Summary => FormattableString.Invariant(
        $"precision {Precision:F3}, recall {Recall:F3}, F1 {F1:F3} over {_starts} questions that start a conversation, {_labelled} of them unanswered; {_others} unanswered ones are no such start");

    /// <exception cref="InputException">The log has no annotations.</exception>
    public void Add(LabelledLog log, IReadOnlyList<MessageCreated?> lines, IReadOnlyList<JudgedQuestion> judged)
    {
        var annotations = log.Annotations ?? throw new InputException($"{log.Path}: has no annotations to be held against");
        var starts = LabelledPosts.Questions(log, lines).ToHashSet();
        var unanswered = starts.Where(post => LabelledPosts.Answerers(post, annotations, lines).Count == 0).ToHashSet();
        var found = judged.Where(question => question.IsUnanswered && annotations.Has(question.Line)).Select(question => question.Line).ToHashSet();
        _starts += starts.Count;
        _labelled += unanswered.Count;
        _found += found.Count(starts.Contains);
        _right += found.Count(unanswered.Contains);
        _others += found.Count(line => !starts.Contains(line));
    }
}
