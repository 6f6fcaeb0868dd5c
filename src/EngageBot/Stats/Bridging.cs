using System.Runtime.InteropServices;

namespace EngageBot.Stats;

/// <summary>Who holds people together that do not talk to one another: Burt's effective size (Structural Holes, 1992) in the form of Borgatti (1997), k - 2t/k.</summary>
internal static class Bridging
{
    /// <param name="ties">Pairs of people, each pair once.</param>
    /// <returns>For each person the number of contacts less the average number of ties that a contact has to the others.</returns>
    public static IReadOnlyDictionary<long, double> Of(IEnumerable<(long One, long Other)> ties)
    {
        Dictionary<long, int> places = [];
        List<(int One, int Other)> edges = [.. ties.Select(tie => (PlaceOf(tie.One, places), PlaceOf(tie.Other, places)))];
        var contacts = new int[places.Count];
        foreach (var (one, other) in edges)
        {
            contacts[one]++;
            contacts[other]++;
        }

        var triangles = Triangles(edges, contacts);
        return places.ToDictionary(person => person.Key, person => contacts[person.Value] - (2 * triangles[person.Value] / (double)contacts[person.Value]));
    }

    private static int PlaceOf(long person, Dictionary<long, int> places)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, person, out var isKnown);
        place = isKnown ? place : places.Count - 1;
        return place;
    }

    /// <summary>For each person the ties among the contacts. Each triangle is found once, from whoever of the three has fewest contacts, so that one who knows everybody costs little.</summary>
    private static int[] Triangles(List<(int One, int Other)> edges, int[] contacts)
    {
        var (starts, ends) = Outward(edges, contacts);
        var (triangles, marks) = (new int[contacts.Length], new int[contacts.Length]);
        for (var first = 0; first < contacts.Length; first++)
        {
            var own = ends.AsSpan(starts[first]..starts[first + 1]);
            foreach (var second in own)
            {
                marks[second] = first + 1;
            }

            foreach (var second in own)
            {
                foreach (var third in ends.AsSpan(starts[second]..starts[second + 1]))
                {
                    if (marks[third] == first + 1)
                    {
                        triangles[first]++;
                        triangles[second]++;
                        triangles[third]++;
                    }
                }
            }
        }

        return triangles;
    }

    /// <summary>Each tie once, from the one with fewer contacts: those of a person stand from his start to that of the next.</summary>
    private static (int[] Starts, int[] Ends) Outward(List<(int One, int Other)> edges, int[] contacts)
    {
        int From((int One, int Other) edge) => (contacts[edge.One], edge.One).CompareTo((contacts[edge.Other], edge.Other)) < 0 ? edge.One : edge.Other;
        var starts = new int[contacts.Length + 1];
        foreach (var edge in edges)
        {
            starts[From(edge) + 1]++;
        }

        for (var place = 0; place < contacts.Length; place++)
        {
            starts[place + 1] += starts[place];
        }

        var (next, ends) = (starts[..^1], new int[edges.Count]);
        foreach (var edge in edges)
        {
            var from = From(edge);
            ends[next[from]++] = from == edge.One ? edge.Other : edge.One;
        }

        return (starts, ends);
    }
}
