using System.Runtime.InteropServices;

namespace EngageBot.Stats.Daily;

/// <summary>Who answers whom, by people's keys and without their names: of a long period it takes a while to find, so that it may be kept, while who may be named is asked each time.</summary>
internal sealed class NetworkTies
{
    /// <summary>More than are ever shown: some of these people may not be named.</summary>
    private const int MostPairs = 1_000;

    private const int MostBridges = 100;

    private readonly Dictionary<long, PersonTies> _people;

    private NetworkTies(Dictionary<long, PersonTies> people) => _people = people;

    public required int Pairs { get; init; }

    public required int MutualPairs { get; init; }

    public required int People { get; init; }

    /// <summary>The pairs with most replies, most first.</summary>
    public required IReadOnlyList<(long One, long Other, int Forth, int Back)> Strongest { get; init; }

    /// <summary>Who holds people together, who holds together most first.</summary>
    public required IReadOnlyList<long> Bridges { get; init; }

    /// <summary>Of one of these people.</summary>
    public PersonTies this[long person] => _people[person];

    /// <param name="pairs">Each once.</param>
    public static NetworkTies Of(IReadOnlyList<(long One, long Other, int Forth, int Back)> pairs)
    {
        var people = new Dictionary<long, PersonTies>();
        foreach (var (one, other, forth, back) in pairs)
        {
            Take(people, one, forth, back);
            Take(people, other, back, forth);
        }

        var bridging = Bridging.Of(pairs.Select(pair => (pair.One, pair.Other)));
        List<(long One, long Other, int Forth, int Back)> strongest =
            [.. pairs.OrderByDescending(pair => pair.Forth + pair.Back).ThenBy(pair => pair.One).ThenBy(pair => pair.Other).Take(MostPairs)];
        List<long> bridges =
        [
            .. bridging.Where(person => person.Value >= ConnectorFigures.Least).OrderByDescending(person => person.Value).ThenBy(person => person.Key).Take(MostBridges).Select(person => person.Key),
        ];
        var shown = strongest.SelectMany(pair => (long[])[pair.One, pair.Other]).Concat(bridges).Distinct();
        return new NetworkTies(shown.ToDictionary(person => person, person => people[person] with { Bridging = bridging[person] }))
        {
            Pairs = pairs.Count,
            MutualPairs = pairs.Count(pair => pair is { Forth: > 0, Back: > 0 }),
            People = people.Count,
            Strongest = strongest,
            Bridges = bridges,
        };
    }

    private static void Take(Dictionary<long, PersonTies> people, long person, int given, int received)
    {
        ref var ties = ref CollectionsMarshal.GetValueRefOrAddDefault(people, person, out _);
        ties = new PersonTies(ties.Given + given, ties.Received + received, ties.Contacts + 1, Bridging: 0);
    }
}
