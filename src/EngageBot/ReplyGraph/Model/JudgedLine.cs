namespace EngageBot.ReplyGraph.Model;

/// <summary>A line of a stretch that is looked at, and what the first decision found that it may answer.</summary>
internal sealed class JudgedLine
{
    public required WindowLine Line { get; init; }

    /// <summary>Places in the stretch of the lines that it may answer.</summary>
    public required int[] Candidates { get; init; }

    /// <summary>The probability of each candidate.</summary>
    public required float[] Probabilities { get; init; }

    /// <summary>The probability that it answers none.</summary>
    public required float Itself { get; init; }

    /// <summary>The place of the most likely; -1 for none.</summary>
    public int Parent { get; init; } = -1;

    public float ProbabilityOf(int place)
    {
        var at = Array.IndexOf(Candidates, place);
        return at < 0 ? 0 : Probabilities[at];
    }
}
