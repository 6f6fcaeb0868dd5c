using EngageBot.Charts;

namespace EngageBot.Stats;

/// <summary>A network as a picture: those who exchange most replies.</summary>
internal static class NetworkPicture
{
    /// <summary>Fewer people than these are no network.</summary>
    public const int FewestPeople = 3;

    private const int PeopleShown = 60;

    /// <param name="nameOf">Null for somebody who is not to be named: his dot stays.</param>
    public static NetworkChart Of(Network network, string title, string caption, Func<PersonFigures, string?> nameOf)
    {
        var pairs = ShownPairs(network.StrongestPairs);
        return new()
        {
            Title = title,
            Caption = caption,
            Members = network.People,
            Nodes = [.. pairs.SelectMany(pair => new[] { pair.One, pair.Other }).DistinctBy(person => person.Key).Select(person => new NetworkNode(person.Key, nameOf(person), person.RepliesGiven))],
            Edges =
            [
                .. pairs.SelectMany(pair => new[]
                    {
                        new NetworkEdge(pair.One.Key, pair.Other.Key, pair.OneToOther), new NetworkEdge(pair.Other.Key, pair.One.Key, pair.OtherToOne),
                    })
                    .Where(edge => edge.Weight > 0),
            ],
        };
    }

    /// <summary>The strongest pairs of so many people as a picture holds: nobody stands alone in it.</summary>
    private static List<AnswerPair> ShownPairs(IReadOnlyList<AnswerPair> strongest)
    {
        HashSet<long> people = [];
        foreach (var pair in strongest)
        {
            if (people.Union([pair.One.Key, pair.Other.Key]).Count() <= PeopleShown)
            {
                people.UnionWith([pair.One.Key, pair.Other.Key]);
            }
        }

        return [.. strongest.Where(pair => people.Contains(pair.One.Key) && people.Contains(pair.Other.Key))];
    }
}
