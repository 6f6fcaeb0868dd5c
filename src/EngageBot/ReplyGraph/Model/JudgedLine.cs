namespace EngageBot.ReplyGraph.Model;

/// <summary>A line of a stretch, and what was found that it answers.</summary>
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

    /// <summary>A line of which only what it most likely answers is known.</summary>
    /// <param name="parent">The place of that line; -1 for none.</param>
    public static JudgedLine Known(WindowLine line, int parent, float probability) => new()
    {
        Line = line,
        Candidates = parent < 0 ? [] : [parent],
        Probabilities = parent < 0 ? [] : [probability],
        Itself = parent < 0 ? 1 : 0,
        Parent = parent,
    };

    /// <summary>Lines of one place in order, each with what was found when it came.</summary>
    public static JudgedLine[] Known(IReadOnlyList<WindowLine> lines)
    {
        var places = new Dictionary<long, int>(lines.Count);
        var known = new JudgedLine[lines.Count];
        for (var place = 0; place < lines.Count; place++)
        {
            var line = lines[place];
            var parent = line.Answers is { } answered ? places.GetValueOrDefault(answered, -1) : -1;
            known[place] = Known(line, parent, line.AnswersProbability);
            places[line.Key] = place;
        }

        return known;
    }

    public float ProbabilityOf(int place)
    {
        var at = Array.IndexOf(Candidates, place);
        return at < 0 ? 0 : Probabilities[at];
    }
}
