namespace EngageBot.ReplyGraph.Model;

/// <summary>
/// Lines of one place in order, each with what was found that it most likely answers: laid out in arrays, since the second look goes over them again and again.
/// </summary>
internal sealed class Stretch
{
    private readonly int[] _authors;
    private readonly int[] _addressed;
    private readonly int[] _parents;
    private readonly float[] _chances;

    /// <param name="lines">The lines.</param>
    /// <param name="links">For each line the place of the line that it answers, -1 for none, and how likely that is.</param>
    public Stretch(IReadOnlyList<WindowLine> lines, IReadOnlyList<(int Parent, float Probability)> links)
    {
        Lines = lines;
        _authors = new int[lines.Count];
        _addressed = new int[lines.Count];
        _parents = new int[lines.Count];
        _chances = new float[lines.Count];
        var members = new Dictionary<long, int>();
        for (var place = 0; place < lines.Count; place++)
        {
            var line = lines[place];
            _authors[place] = line.Author is { } author ? NumberOf(author, members) : -2 - place; // Someone who opted out is a stranger each time.
            _addressed[place] = line.Mentions.Count > 0 ? NumberOf(line.Mentions[0], members) : -1;
            (_parents[place], _chances[place]) = links[place];
        }
    }

    public IReadOnlyList<WindowLine> Lines { get; }

    public int Count => _authors.Length;

    public ReadOnlySpan<int> Authors => _authors;

    /// <summary>Whom each line addresses first, by the same numbers as <see cref="Authors"/>; -1 for nobody.</summary>
    public ReadOnlySpan<int> Addressed => _addressed;

    /// <summary>The place of the line that each line most likely answers; -1 for none.</summary>
    public ReadOnlySpan<int> Parents => _parents;

    /// <summary>How likely each line answers its parent.</summary>
    public ReadOnlySpan<float> Chances => _chances;

    /// <summary>Lines with what was found when they came.</summary>
    public static Stretch Of(IReadOnlyList<WindowLine> lines)
    {
        var places = new Dictionary<long, int>(lines.Count);
        var links = new (int, float)[lines.Count];
        for (var place = 0; place < lines.Count; place++)
        {
            var parent = lines[place].Answers is { } answered ? places.GetValueOrDefault(answered, -1) : -1;
            links[place] = (parent, lines[place].AnswersProbability);
            places[lines[place].Key] = place;
        }

        return new Stretch(lines, links);
    }

    /// <summary>How likely a line answers another, as far as that is known.</summary>
    public float Chance(int place, int parent) => _parents[place] == parent ? _chances[place] : 0;

    /// <summary>How likely a line answers none.</summary>
    public float Itself(int place) => _parents[place] < 0 ? 1 : 0;

    private static int NumberOf(long member, Dictionary<long, int> members)
    {
        if (!members.TryGetValue(member, out var number))
        {
            members.Add(member, number = members.Count);
        }

        return number;
    }
}
