using System.Runtime.InteropServices;
using EngageBot.Chat;
using EngageBot.Stats.Own;

namespace EngageBot.Stats.Daily;

/// <summary>The people of a network by their keys; their names are looked up where they are wanted.</summary>
internal sealed class NetworkPeople
{
    private const int LongestName = 40;

    private readonly Dictionary<long, (int Given, int Received, int Contacts)> _people = [];
    private readonly Dictionary<long, PersonFigures?> _found = [];
    private readonly IReadOnlyDictionary<long, double> _bridging;
    private readonly OwnQuery _query;

    public NetworkPeople(IReadOnlyList<(long One, long Other, int Forth, int Back)> pairs, OwnQuery query)
    {
        _query = query;
        foreach (var (one, other, forth, back) in pairs)
        {
            Take(one, forth, back);
            Take(other, back, forth);
        }

        _bridging = Bridging.Of(pairs.Select(pair => (pair.One, pair.Other)));
    }

    public int Count => _people.Count;

    /// <summary>Who holds most people together first.</summary>
    public IEnumerable<KeyValuePair<long, double>> ByBridging => _bridging.OrderByDescending(person => person.Value).ThenBy(person => person.Key);

    /// <summary>Null for somebody who is not to be shown.</summary>
    public async Task<PersonFigures?> FindAsync(long key, CancellationToken cancellationToken)
    {
        if (!_found.TryGetValue(key, out var person))
        {
            var (given, received, contacts) = _people[key];
            person = await _query.NameAsync(key, cancellationToken) is { } name && OneLine.Of(name, LongestName) is { Length: > 0 } shown
                ? new PersonFigures(shown, given, received, contacts, _bridging[key]) { Key = key }
                : null;
            _found.Add(key, person);
        }

        return person;
    }

    private void Take(long person, int given, int received)
    {
        ref var figures = ref CollectionsMarshal.GetValueRefOrAddDefault(_people, person, out _);
        figures = (figures.Given + given, figures.Received + received, figures.Contacts + 1);
    }
}
