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
    public LookedLine Look(Stretch stretch, int place, ReplyWindow window)
    {
        var line = First(stretch.Lines[place], window, place);
        var count = Describe(stretch, line, judge.Rows, place, _rows);
        var scores = _scores.AsSpan(0, count);
        scores.Clear();
        judge.Model.Second.AddScores(_rows, scores, 0, judge.Model.Second.Count);
        ReplyJudge.ToProbabilities(scores, judge.Model.SecondSharpness);
        return new LookedLine([-1, .. line.Candidates], scores.ToArray());
    }

    /// <summary>The rows of features of a line, the first for "itself", then those of its candidates in their order.</summary>
    /// <param name="firstRows">Its rows for the first decision.</param>
    public static int Describe(Stretch stretch, JudgedLine line, ReadOnlySpan<float> firstRows, int place, Span<float> rows)
    {
        var count = line.Candidates.Length + 1;
        for (var row = 0; row < count; row++)
        {
            var into = rows.Slice(row * Width, Width);
            firstRows.Slice(row * ReplyFeatures.Count, ReplyFeatures.Count).CopyTo(into);
            var more = into[ReplyFeatures.Count..];
            if (row == 0)
            {
                LaterFeatures.FillLine(stretch, place, line, more);
                LaterFeatures.FillItself(more);
            }
            else
            {
                rows.Slice(ReplyFeatures.Count, LaterFeatures.LineCount).CopyTo(more);
                LaterFeatures.FillCandidate(stretch, place, line, line.Candidates[row - 1], more);
            }
        }

        return count;
    }

    /// <summary>The first decision on a line, for those of its candidates that have a chance; found again where it is no longer in memory.</summary>
    private JudgedLine First(WindowLine line, ReplyWindow window, int place)
    {
        if (line.Chances is not { } chances || chances.Backs.AsSpan().ContainsAnyExceptInRange((byte)0, (byte)Math.Max(0, window.Count - 1)) || window.Count == 0)
        {
            judge.Judge(line, window);
            chances = judge.Chances();
        }
        else
        {
            judge.Describe(line, window, chances.Backs);
        }

        var candidates = Array.ConvertAll(chances.Backs, back => place - 1 - back);
        var best = ReplyJudge.Best(chances.Probabilities);
        return new JudgedLine
        {
            Line = line,
            Candidates = candidates,
            Probabilities = chances.Probabilities,
            Itself = chances.Itself,
            Parent = best >= 0 && chances.Probabilities[best] > chances.Itself ? candidates[best] : -1,
        };
    }
}
