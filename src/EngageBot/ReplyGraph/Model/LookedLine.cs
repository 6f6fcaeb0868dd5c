namespace EngageBot.ReplyGraph.Model;

/// <summary>What a second look found of a line.</summary>
/// <param name="Candidates">Places of the lines that it may answer; -1, the first, for none.</param>
/// <param name="Probabilities">The probability of each; they sum to 1.</param>
internal sealed record LookedLine(int[] Candidates, float[] Probabilities)
{
    /// <summary>The most likely: its place, and the probability.</summary>
    public (int Parent, float Probability) Best { get; } = BestOf(Candidates, Probabilities, static _ => true);

    /// <summary>The most likely of some; -1 with probability 0 where none of them is a candidate.</summary>
    public (int Parent, float Probability) BestOf(Predicate<int> which) => BestOf(Candidates, Probabilities, which);

    private static (int Parent, float Probability) BestOf(int[] candidates, float[] probabilities, Predicate<int> which)
    {
        var best = (Parent: -1, Probability: 0f);
        for (var at = 0; at < candidates.Length; at++)
        {
            if (probabilities[at] > best.Probability && which(candidates[at]))
            {
                best = (candidates[at], probabilities[at]);
            }
        }

        return best;
    }
}
