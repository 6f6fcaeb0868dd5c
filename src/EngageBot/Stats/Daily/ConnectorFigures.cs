namespace EngageBot.Stats.Daily;

/// <summary>Who holds people together that do not talk to one another.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="First">The keys of those who hold most together, most first.</param>
internal sealed record ConnectorFigures(int Count, IReadOnlyList<long> First)
{
    /// <summary>An effective size of the network from which somebody counts as one.</summary>
    public const double Least = 5;

    private const int Named = 3;

    /// <summary>As in the report's network, bridges are looked for among the strongest.</summary>
    private const int Ties = 50_000;

    /// <param name="pairs">In the order of their keys.</param>
    public static ConnectorFigures Of(IReadOnlyList<(long One, long Other, int Forth, int Back)> pairs)
    {
        var connectors = Bridging.Of(Strongest(pairs))
            .Where(person => person.Value >= Least).OrderByDescending(person => person.Value).ThenBy(person => person.Key).Select(person => person.Key).ToList();
        return new ConnectorFigures(connectors.Count, [.. connectors.Take(Named)]);
    }

    /// <summary>Those with most replies; of the weakest that are taken, of which there may be very many, the first by their keys.</summary>
    private static IEnumerable<(long One, long Other)> Strongest(IReadOnlyList<(long One, long Other, int Forth, int Back)> pairs)
    {
        var (weakest, left) = (0, Ties);
        foreach (var (replies, count) in pairs.CountBy(pair => pair.Forth + pair.Back).OrderByDescending(count => count.Key))
        {
            weakest = replies;
            if (count >= left)
            {
                break;
            }

            left -= count;
        }

        foreach (var (one, other, forth, back) in pairs)
        {
            if (forth + back > weakest || (forth + back == weakest && left-- > 0))
            {
                yield return (one, other);
            }
        }
    }
}
