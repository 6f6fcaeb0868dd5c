using System.Globalization;

namespace EngageBot.Evaluation.Irc;

/// <summary>
/// Hand-made links of a log: a line "A B -" says that one line answers the other, the later the earlier, whichever is named first; "B B -" that B starts a
/// conversation or answers nothing. Numbers count all lines of the log from 0.
/// </summary>
internal sealed class Annotations
{
    private readonly SortedDictionary<int, SortedSet<int>> _parents = [];

    private Annotations()
    {
    }

    /// <summary>The lines that are annotated, in order.</summary>
    public IEnumerable<int> Lines => _parents.Keys;

    public static Annotations Read(string path) => Parse(File.ReadLines(path));

    public static Annotations Parse(IEnumerable<string> lines)
    {
        var annotations = new Annotations();
        foreach (var line in lines)
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length >= 2)
            {
                annotations.Add(int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
            }
        }

        return annotations;
    }

    /// <summary>Links that were not made by hand, each line with what it answers.</summary>
    public static Annotations Of(IEnumerable<(int Line, int Parent)> links)
    {
        var annotations = new Annotations();
        foreach (var (line, parent) in links)
        {
            annotations.Add(line, parent);
        }

        return annotations;
    }

    public bool Has(int line) => _parents.ContainsKey(line);

    /// <summary>What a line answers, itself where it starts a conversation; empty where it is not annotated. A few lines answer several.</summary>
    public IReadOnlyCollection<int> ParentsOf(int line) => _parents.TryGetValue(line, out var parents) ? parents : [];

    /// <summary>Whether a line is annotated and answers no other.</summary>
    public bool Starts(int line) => _parents.TryGetValue(line, out var parents) && parents.All(parent => parent == line);

    private void Add(int one, int other)
    {
        var (parent, line) = one < other ? (one, other) : (other, one);
        if (!_parents.TryGetValue(line, out var parents))
        {
            _parents.Add(line, parents = []);
        }

        parents.Add(parent);
    }
}
