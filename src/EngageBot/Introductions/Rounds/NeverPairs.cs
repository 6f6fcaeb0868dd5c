namespace EngageBot.Introductions.Rounds;

/// <summary>Takes apart those who must not meet and whom no search could part, and finds other company for them where there is any.</summary>
internal static class NeverPairs
{
    /// <param name="groups">Changed in place: no group has two who must not meet, none has one member.</param>
    /// <param name="most">No group becomes larger than that by it.</param>
    /// <returns>Those for whom no company was found.</returns>
    public static List<int> Part(List<List<int>> groups, RoundWeights weights, int most)
    {
        List<int> alone = [];
        foreach (var group in groups)
        {
            while (Worst(group, weights) is { } member)
            {
                group.Remove(member);
                alone.Add(member);
            }

            if (group.Count == 1)
            {
                alone.Add(group[0]);
                group.Clear();
            }
        }

        groups.RemoveAll(group => group.Count == 0);
        return [.. Pair(alone, groups, weights).Where(member => !IsSeated(member, groups, weights, most))];
    }

    /// <summary>Who is kept from most of his group, of those the one who fits it least; null where all may meet.</summary>
    private static int? Worst(List<int> group, RoundWeights weights)
    {
        var worst = group
            .Select(member => (Member: member, Kept: group.Count(other => IsNever(member, other, weights)), Worth: Worth(member, group, weights)))
            .OrderByDescending(one => one.Kept)
            .ThenBy(one => one.Worth)
            .ThenBy(one => one.Member)
            .FirstOrDefault();
        return worst.Kept > 0 ? worst.Member : null;
    }

    /// <summary>Two who are both alone make a group of their own.</summary>
    private static List<int> Pair(List<int> alone, List<List<int>> groups, RoundWeights weights)
    {
        var pairs =
            from one in alone
            from other in alone
            where one < other && !IsNever(one, other, weights)
            orderby weights[one, other] descending, one, other
            select (one, other);
        foreach (var (one, other) in pairs.ToList())
        {
            if (alone.Contains(one) && alone.Contains(other))
            {
                groups.Add([one, other]);
                alone.Remove(one);
                alone.Remove(other);
            }
        }

        return alone;
    }

    private static bool IsSeated(int member, List<List<int>> groups, RoundWeights weights, int most)
    {
        var group = groups
            .Where(group => group.Count < most && !group.Exists(other => IsNever(member, other, weights)))
            .MaxBy(group => Worth(member, group, weights));
        group?.Add(member);
        return group is not null;
    }

    private static bool IsNever(int one, int other, RoundWeights weights) => one != other && weights[one, other] == RoundWeights.Never;

    private static long Worth(int member, List<int> group, RoundWeights weights) => group.Sum(other => other == member || IsNever(member, other, weights) ? 0L : weights[member, other]);
}
