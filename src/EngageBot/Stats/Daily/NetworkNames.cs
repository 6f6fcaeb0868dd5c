using EngageBot.Chat;
using EngageBot.Stats.Own;

namespace EngageBot.Stats.Daily;

/// <summary>Puts names to who answers whom. Nobody is named who opted out or is gone, nor any pair of which he is one.</summary>
internal sealed class NetworkNames(NetworkTies ties, OwnQuery query)
{
    private const int LongestName = 40;

    private const int StrongestPairs = 200;
    private const int Connectors = 10;

    private readonly Dictionary<long, PersonFigures?> _found = [];

    public async Task<Network> NetworkAsync(CancellationToken cancellationToken) => new()
    {
        Pairs = ties.Pairs,
        MutualPairs = ties.MutualPairs,
        People = ties.People,
        StrongestPairs = await PairsAsync(cancellationToken),
        Connectors = await ConnectorsAsync(cancellationToken),
    };

    private async Task<IReadOnlyList<AnswerPair>> PairsAsync(CancellationToken cancellationToken)
    {
        List<AnswerPair> strongest = [];
        foreach (var (one, other, forth, back) in ties.Strongest)
        {
            if (strongest.Count < StrongestPairs && await FindAsync(one, cancellationToken) is { } first && await FindAsync(other, cancellationToken) is { } second)
            {
                strongest.Add(new AnswerPair(first, second, forth, back));
            }
        }

        return strongest;
    }

    private async Task<IReadOnlyList<PersonFigures>> ConnectorsAsync(CancellationToken cancellationToken)
    {
        List<PersonFigures> connectors = [];
        foreach (var person in ties.Bridges)
        {
            if (connectors.Count < Connectors && await FindAsync(person, cancellationToken) is { } named)
            {
                connectors.Add(named);
            }
        }

        return connectors;
    }

    /// <summary>Null for somebody who is not to be shown.</summary>
    private async Task<PersonFigures?> FindAsync(long key, CancellationToken cancellationToken)
    {
        if (!_found.TryGetValue(key, out var person))
        {
            var (given, received, contacts, bridging) = ties[key];
            person = await query.NameAsync(key, cancellationToken) is { } name && OneLine.Of(name, LongestName) is { Length: > 0 } shown
                ? new PersonFigures(shown, given, received, contacts, bridging) { Key = key }
                : null;
            _found.Add(key, person);
        }

        return person;
    }
}
