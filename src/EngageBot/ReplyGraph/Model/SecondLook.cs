namespace EngageBot.ReplyGraph.Model;

/// <summary>
/// Decides again what lines answer, now that the lines after them are known: who went on with whom tells what a short "yes" was meant for.
/// </summary>
internal sealed class SecondLook(ReplyJudge judge)
{
    public const int Width = ReplyFeatures.Count + LaterFeatures.Count;

    /// <summary>A candidate that the first decision gives less is not looked at again.</summary>
    public const float LeastChance = 0.003f;

    private readonly float[] _rows = new float[(ReplyCandidates.Most + 1) * Width];
    private readonly float[] _scores = new float[ReplyCandidates.Most + 1];

    /// <summary>What a line may answer, and how likely each is.</summary>
    /// <param name="stretch">The lines around it, as they were decided when they came.</param>
    /// <param name="place">The line.</param>
    /// <param name="window">The lines before it.</param>
    public LookedLine Look(JudgedLine[] stretch, int place, ReplyWindow window)
    {
        var known = stretch[place];
        stretch[place] = First(known.Line, window, place);
        var count = Describe(stretch, judge.Rows, place, _rows);
        var scores = _scores.AsSpan(0, count);
        scores.Clear();
        judge.Model.Second.AddScores(_rows, scores, 0, judge.Model.Second.Count);
        ReplyJudge.ToProbabilities(scores, judge.Model.SecondSharpness);
        var looked = new LookedLine([-1, .. stretch[place].Candidates], scores.ToArray());
        stretch[place] = known;
        return looked;
    }

    /// <summary>The rows of features of a line, the first for "itself", then those of its candidates in their order.</summary>
    /// <param name="firstRows">Its rows for the first decision.</param>
    public static int Describe(JudgedLine[] stretch, ReadOnlySpan<float> firstRows, int place, Span<float> rows)
    {
        var count = stretch[place].Candidates.Length + 1;
        for (var row = 0; row < count; row++)
        {
            var into = rows.Slice(row * Width, Width);
            firstRows.Slice(row * ReplyFeatures.Count, ReplyFeatures.Count).CopyTo(into);
            var more = into[ReplyFeatures.Count..];
            if (row == 0)
            {
                LaterFeatures.FillLine(stretch, place, more);
                LaterFeatures.FillItself(more);
            }
            else
            {
                rows.Slice(ReplyFeatures.Count, LaterFeatures.LineCount).CopyTo(more);
                LaterFeatures.FillCandidate(stretch, place, stretch[place].Candidates[row - 1], more);
            }
        }

        return count;
    }

    /// <summary>The first decision on a line, for those of its candidates that have a chance.</summary>
    private JudgedLine First(WindowLine line, ReplyWindow window, int place)
    {
        judge.Judge(line, window);
        judge.Keep(LeastChance);
        var best = ReplyJudge.Best(judge.Probabilities);
        var candidates = new int[judge.Candidates.Length - 1];
        for (var at = 0; at < candidates.Length; at++)
        {
            candidates[at] = place - 1 - judge.Candidates[at + 1];
        }

        return new JudgedLine
        {
            Line = line,
            Candidates = candidates,
            Probabilities = judge.Probabilities[1..].ToArray(),
            Itself = judge.Probabilities[0],
            Parent = best == 0 ? -1 : candidates[best - 1],
        };
    }
}
