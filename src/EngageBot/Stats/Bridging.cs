using System.Runtime.InteropServices;

namespace EngageBot.Stats;

/// <summary>Who holds people together that do not talk to one another: Burt's effective size (Structural Holes, 1992) in the form of Borgatti (1997), k - 2t/k.</summary>
internal static class Bridging
{
    /// <param name="ties">Pairs of people, each pair once.</param>
    /// <returns>For each person the number of contacts less the average number of ties that a contact has to the others.</returns>
    public static IReadOnlyDictionary<long, double> Of(IEnumerable<(long One, long Other)> ties)
    {
        Dictionary<long, HashSet<long>> contacts = [];
        foreach (var (one, other) in ties)
        {
            Contacts(contacts, one).Add(other);
            Contacts(contacts, other).Add(one);
        }

        return contacts.ToDictionary(person => person.Key, person => EffectiveSize(person.Value, contacts));
    }

    private static double EffectiveSize(HashSet<long> own, Dictionary<long, HashSet<long>> contacts)
    {
        // Each tie among the contacts is seen from both its ends.
        var seen = own.Sum(contact => contacts[contact].Count < own.Count ? contacts[contact].Count(own.Contains) : own.Count(contacts[contact].Contains));
        return own.Count - (seen / (double)own.Count);
    }

    private static HashSet<long> Contacts(Dictionary<long, HashSet<long>> contacts, long person) =>
        CollectionsMarshal.GetValueRefOrAddDefault(contacts, person, out _) ??= [];
}
