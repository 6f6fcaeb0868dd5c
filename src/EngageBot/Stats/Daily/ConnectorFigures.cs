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

    public static ConnectorFigures Of(IReadOnlyDictionary<(long One, long Other), (int Forth, int Back)> pairs)
    {
        var ties = pairs.Count <= Ties
            ? pairs.Keys
            : pairs.OrderByDescending(pair => pair.Value.Forth + pair.Value.Back).ThenBy(pair => pair.Key.One).ThenBy(pair => pair.Key.Other).Take(Ties).Select(pair => pair.Key);
        var connectors = Bridging.Of(ties).Where(person => person.Value >= Least).OrderByDescending(person => person.Value).ThenBy(person => person.Key).Select(person => person.Key).ToList();
        return new ConnectorFigures(connectors.Count, [.. connectors.Take(Named)]);
    }
}
