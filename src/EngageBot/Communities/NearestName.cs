namespace EngageBot.Communities;

/// <summary>Which name somebody may have meant by one that there is not.</summary>
public static class NearestName
{
    /// <summary>Null where none is near: where more than a third of the letters would have to change.</summary>
    public static string? Of(string written, IEnumerable<string> names)
    {
        var (distance, name) = names
            .Select(name => (Distance: Between(written.ToUpperInvariant(), name.ToUpperInvariant()), Name: name))
            .DefaultIfEmpty((int.MaxValue, string.Empty))
            .MinBy(one => one.Item1);
        return distance <= Math.Max(2, name.Length / 3) ? name : null;
    }

    /// <summary>Letters to put in, leave out or change (Levenshtein).</summary>
    private static int Between(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var at = 1; at <= one.Length; at++)
        {
            var (diagonal, next) = (row[0], row);
            next[0] = at;
            for (var to = 1; to <= other.Length; to++)
            {
                (diagonal, next[to]) = (next[to], Math.Min(diagonal + (one[at - 1] == other[to - 1] ? 0 : 1), Math.Min(next[to], next[to - 1]) + 1));
            }
        }

        return row[^1];
    }
}
