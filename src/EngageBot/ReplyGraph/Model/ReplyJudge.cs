namespace EngageBot.ReplyGraph.Model;

/// <summary>
/// Asks the model which earlier line a new one answers, knowing nothing later. Holds the room that this needs: for one thread at a time.
/// </summary>
internal sealed class ReplyJudge(ReplyModel model)
{
    /// <summary>A candidate this far behind the best has less than one chance in a hundred.</summary>
    private const float Hopeless = 5;

    /// <summary>After so many trees the hopeless candidates are left out: most after the first few.</summary>
    private static readonly int[] Sieves = [24, 60, 110];

    private readonly ReplyScene _scene = new(model.Words);
    private readonly float[] _rows = new float[(ReplyCandidates.Most + 1) * ReplyFeatures.Count];
    private readonly int[] _candidates = new int[ReplyCandidates.Most + 1];
    private readonly float[] _scores = new float[ReplyCandidates.Most + 1];
    private int _count;

    public ReplyModel Model => model;

    /// <summary>What was judged last: the candidates as lines back, -1 for none of them, which is always the first.</summary>
    public ReadOnlySpan<int> Candidates => _candidates.AsSpan(0, _count);

    /// <summary>The probability of each candidate; they sum to 1.</summary>
    public ReadOnlySpan<float> Probabilities => _scores.AsSpan(0, _count);

    /// <summary>The features of the candidates, row behind row.</summary>
    public ReadOnlySpan<float> Rows => _rows.AsSpan(0, _count * ReplyFeatures.Count);

    /// <summary>The scene of what was judged last.</summary>
    public ReplyScene Scene => _scene;

    /// <summary>Which line is answered, as lines back, or -1 for none; and the probability of that.</summary>
    public (int Back, float Probability) Judge(WindowLine line, ReplyWindow window)
    {
        Describe(line, window);
        Score();
        ToProbabilities(_scores.AsSpan(0, _count), model.FirstSharpness);
        var best = Best(Probabilities);
        return (_candidates[best], _scores[best]);
    }

    /// <summary>Leaves out, but for the first, the candidates that are less likely than this.</summary>
    public void Keep(float least)
    {
        for (var place = _count - 1; place > 0; place--)
        {
            if (_scores[place] < least)
            {
                Remove(place);
            }
        }
    }

    /// <summary>What the last judgement gave each candidate that has a chance.</summary>
    public LineChances Chances()
    {
        Keep(SecondLook.LeastChance);
        var backs = new byte[_count - 1];
        for (var at = 0; at < backs.Length; at++)
        {
            backs[at] = (byte)_candidates[at + 1];
        }

        return new LineChances(backs, Probabilities[1..].ToArray(), _scores[0]);
    }

    /// <summary>Fills the rows of features for a line and candidates that are known.</summary>
    public void Describe(WindowLine line, ReplyWindow window, ReadOnlySpan<byte> backs)
    {
        Describe(line, window);
        Span<int> known = stackalloc int[backs.Length];
        for (var at = 0; at < backs.Length; at++)
        {
            known[at] = backs[at];
        }

        Only(known);
    }

    /// <summary>Fills the rows of features of a line and its candidates.</summary>
    public void Describe(WindowLine line, ReplyWindow window)
    {
        _scene.Set(line, window);
        _candidates[0] = -1;
        _count = 1 + ReplyCandidates.Choose(_scene, _candidates.AsSpan(1));
        FillRows();
    }

    /// <summary>Keeps of what was described the rows of these candidates, in this order, behind the first.</summary>
    public void Only(ReadOnlySpan<int> backs)
    {
        backs.CopyTo(_candidates.AsSpan(1));
        _count = 1 + backs.Length;
        for (var place = 1; place < _count; place++)
        {
            Row(0)[..LineFeatures.Count].CopyTo(Row(place));
            ReplyFeatures.FillCandidate(_scene, _candidates[place], Row(place));
        }
    }

    /// <summary>Softmax, in place.</summary>
    public static void ToProbabilities(Span<float> scores, float sharpness)
    {
        var (best, sum) = (float.MinValue, 0f);
        foreach (var score in scores)
        {
            best = Math.Max(best, score);
        }

        foreach (ref var score in scores)
        {
            score = MathF.Exp((score - best) * sharpness);
            sum += score;
        }

        foreach (ref var score in scores)
        {
            score /= sum;
        }
    }

    /// <summary>The place of the greatest, the first of equals; -1 where there is none.</summary>
    public static int Best(ReadOnlySpan<float> values)
    {
        var best = values.IsEmpty ? -1 : 0;
        for (var at = 1; at < values.Length; at++)
        {
            best = values[at] > values[best] ? at : best;
        }

        return best;
    }

    /// <summary>All trees for the candidates that some of the trees leave any hope.</summary>
    private void Score()
    {
        _scores.AsSpan(0, _count).Clear();
        var done = 0;
        foreach (var sieve in Sieves)
        {
            Add(done, Math.Min(sieve, model.First.Count));
            done = Math.Min(sieve, model.First.Count);
            LeaveOutHopeless();
        }

        Add(done, model.First.Count);
    }

    private void Add(int from, int until) => model.First.AddScores(_rows, _scores.AsSpan(0, _count), from, until);

    private void LeaveOutHopeless()
    {
        var least = _scores[Best(_scores.AsSpan(0, _count))] - Hopeless;
        for (var place = _count - 1; place > 0; place--)
        {
            if (_scores[place] < least)
            {
                Remove(place);
            }
        }
    }

    private void FillRows()
    {
        ReplyFeatures.FillLine(_scene, Candidates[1..], Row(0));
        for (var place = 1; place < _count; place++)
        {
            Row(0)[..LineFeatures.Count].CopyTo(Row(place));
            ReplyFeatures.FillCandidate(_scene, _candidates[place], Row(place));
        }

        ReplyFeatures.FillItself(Row(0));
    }

    /// <summary>The last takes its place.</summary>
    private void Remove(int place)
    {
        _count--;
        if (place < _count)
        {
            (_candidates[place], _scores[place]) = (_candidates[_count], _scores[_count]);
            Row(_count).CopyTo(Row(place));
        }
    }

    private Span<float> Row(int place) => _rows.AsSpan(place * ReplyFeatures.Count, ReplyFeatures.Count);
}
