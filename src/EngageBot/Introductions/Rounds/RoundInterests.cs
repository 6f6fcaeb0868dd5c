namespace EngageBot.Introductions.Rounds;

/// <summary>
/// Makes the groups of a round among people with an interest in common, as is wanted in a large community. Whose interest too few share, or is not known, is matched with the others
/// of whom that holds; nobody is left out for it.
/// </summary>
internal static class RoundInterests
{
    /// <param name="interestOf">What a member is most interested in; null where nothing is known.</param>
    /// <param name="score">How well two members fit.</param>
    public static RoundPlan Match(RoundRequest request, Func<long, int?> interestOf, Func<long, long, double> score, CancellationToken cancellationToken)
    {
        List<RoundGroup> groups = [];
        List<long> leftOut = [];
        foreach (var (at, part) in Deal(RoundPolicy.TakingPart(request.Members, request.At), interestOf, request.GroupSize).Index())
        {
            Add(part, request.Seed + (ulong)at);
        }

        // Who must not meet anybody of his own interest may meet others.
        if (leftOut.Count >= RoundPolicy.SmallestGroup)
        {
            long[] rest = [.. leftOut];
            leftOut.Clear();
            Add(rest, request.Seed);
        }

        return new RoundPlan([.. groups.OrderBy(group => group.Members[0])], [.. leftOut.Order()]);

        void Add(long[] part, ulong seed)
        {
            var plan = RoundMatcher.Match(request with { Members = [.. part.Select(member => new RoundMember(member))], Seed = seed }, score, progress: null, cancellationToken);
            groups.AddRange(plan.Groups);
            leftOut.AddRange(plan.LeftOut);
        }
    }

    /// <summary>An interest that at least a group shares is a part of its own, and the rest another; a single one who would be left is dealt to the smallest part.</summary>
    public static IReadOnlyList<long[]> Deal(IReadOnlyCollection<long> members, Func<long, int?> interestOf, int groupSize)
    {
        var byInterest = members.GroupBy(interestOf).OrderBy(part => part.Key).Select(part => (IsShared: part.Key is not null && part.Count() >= groupSize, Members: part.Order().ToList())).ToList();
        List<List<long>> parts = [.. byInterest.Where(part => part.IsShared).Select(part => part.Members)];
        List<long> rest = [.. byInterest.Where(part => !part.IsShared).SelectMany(part => part.Members).Order()];
        if (rest.Count < RoundPolicy.SmallestGroup && parts.MinBy(part => part.Count) is { } smallest)
        {
            smallest.AddRange(rest);
        }
        else if (rest.Count > 0)
        {
            parts.Add(rest);
        }

        return [.. parts.Select(part => part.ToArray())];
    }
}
