using System.Data;
using EngageBot.Database;

namespace EngageBot.Stats;

/// <summary>Reads who answered whom in a community.</summary>
internal sealed class NetworkReader(WriteSession session, Scope scope)
{
    private const int StrongestPairs = 400;
    private const int Connectors = 10;

    /// <summary>Ties kept in memory, the strongest: bridges are looked for among these.</summary>
    private const int Ties = 50_000;

    private static readonly HotSql Pairs = new(
        """
        SELECT
            CASE WHEN m.author < p.author THEN m.author ELSE p.author END AS one,
            CASE WHEN m.author < p.author THEN p.author ELSE m.author END AS other,
            SUM(CASE WHEN m.author < p.author THEN 1 ELSE 0 END),
            SUM(CASE WHEN m.author < p.author THEN 0 ELSE 1 END)
        FROM messages m
        JOIN channels c ON c.id = m.channel AND c.community = @community
        JOIN links l ON l.message = m.id AND NOT EXISTS (SELECT 1 FROM links surer WHERE surer.message = l.message AND surer.source > l.source)
        JOIN messages p ON p.id = l.parent
        WHERE m.at >= @from AND m.at <= @to AND m.author <> p.author AND (m.traits & 7) = 0 AND (p.traits & 7) = 0 AND m.deleted_at IS NULL
        GROUP BY one, other
        ORDER BY COUNT(*) DESC, one, other
        """,
        ("community", DbType.Int64),
        ("from", DbType.Int64),
        ("to", DbType.Int64));

    private static readonly HotSql Name = new(
        "SELECT CASE WHEN opted_out_at IS NULL THEN name ELSE NULL END FROM members WHERE id = @member",
        ("member", DbType.Int64));

    private readonly List<(long One, long Other, int Forth, int Back)> _ties = [];
    private readonly Dictionary<long, (int Given, int Received, int Contacts)> _people = [];
    private readonly Dictionary<long, PersonFigures> _figures = [];
    private int _pairs;
    private int _mutual;

    public async Task<Network> ReadAsync(CancellationToken cancellationToken)
    {
        await ReadTiesAsync(cancellationToken);
        var bridging = Bridging.Of(_ties.Select(tie => (tie.One, tie.Other)));
        var connectors = bridging.OrderByDescending(person => person.Value).ThenBy(person => person.Key).Take(Connectors).Where(person => person.Value >= 2);
        List<PersonFigures> named = [];
        foreach (var (person, _) in connectors)
        {
            named.Add(await PersonAsync(person, bridging, cancellationToken));
        }

        List<AnswerPair> strongest = [];
        foreach (var (one, other, forth, back) in _ties.Take(StrongestPairs))
        {
            strongest.Add(new AnswerPair(
                await PersonAsync(one, bridging, cancellationToken), await PersonAsync(other, bridging, cancellationToken), forth, back));
        }

        return new Network { Pairs = _pairs, MutualPairs = _mutual, People = _people.Count, StrongestPairs = strongest, Connectors = named };
    }

    private async Task ReadTiesAsync(CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(Pairs, cancellationToken, scope.Community, scope.From, scope.To);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (one, other, forth, back) = (reader.GetInt64(0), reader.GetInt64(1), (int)reader.GetInt64(2), (int)reader.GetInt64(3));
            _pairs++;
            _mutual += forth > 0 && back > 0 ? 1 : 0;
            Count(one, forth, back);
            Count(other, back, forth);
            if (_ties.Count < Ties)
            {
                _ties.Add((one, other, forth, back));
            }
        }
    }

    private void Count(long person, int given, int received)
    {
        var figures = _people.GetValueOrDefault(person);
        _people[person] = (figures.Given + given, figures.Received + received, figures.Contacts + 1);
    }

    private async Task<PersonFigures> PersonAsync(long key, IReadOnlyDictionary<long, double> bridging, CancellationToken cancellationToken)
    {
        if (!_figures.TryGetValue(key, out var person))
        {
            var name = await session.TextAsync(Name, cancellationToken, key) ?? "someone";
            var (given, received, contacts) = _people[key];
            person = new PersonFigures(name, given, received, contacts, bridging.GetValueOrDefault(key)) { Key = key };
            _figures.Add(key, person);
        }

        return person;
    }
}
