namespace EngageBot.Charts.Network;

/// <summary>
/// Finds groups of members who answer each other more than they answer others: joins the two groups whose union raises the modularity most, until none
/// does (Clauset, Newman and Moore 2004). Plain loops, as there are some sixty nodes.
/// </summary>
internal static class CommunityFinder
{
    /// <summary>The group of each node; the largest group is 0, and a node without links has a group of its own.</summary>
    public static IReadOnlyList<int> GroupsOf(int count, IReadOnlyList<NetworkLink> links)
    {
        var groups = Enumerable.Range(0, count).ToArray();
        var total = links.Sum(link => Strength(link));
        var between = new double[count, count];
        var degree = new double[count];
        foreach (var link in links)
        {
            between[link.From, link.To] += Strength(link);
            between[link.To, link.From] += Strength(link);
            degree[link.From] += Strength(link);
            degree[link.To] += Strength(link);
        }

        while (total > 0 && BestPair(between, degree, total) is var (one, other) && one >= 0)
        {
            Join(one, other, between, degree, groups);
        }

        return Rank(groups);
    }

    /// <summary>One who answers everybody ten times a day shall not swallow all groups.</summary>
    private static double Strength(NetworkLink link) => Math.Sqrt(Math.Max(link.Weight, 0.01)) * (link.IsMutual ? 2 : 1);

    private static (int One, int Other) BestPair(double[,] between, double[] degree, double total)
    {
        var (best, pair) = (1e-9, (-1, -1));
        for (var one = 0; one < degree.Length; one++)
        {
            for (var other = one + 1; other < degree.Length; other++)
            {
                var gain = between[one, other] - (degree[one] * degree[other] / (2 * total));
                if (between[one, other] > 0 && gain > best)
                {
                    (best, pair) = (gain, (one, other));
                }
            }
        }

        return pair;
    }

    private static void Join(int one, int other, double[,] between, double[] degree, int[] groups)
    {
        for (var third = 0; third < degree.Length; third++)
        {
            between[one, third] += between[other, third];
            between[third, one] = between[one, third];
            between[other, third] = between[third, other] = 0;
        }

        between[one, one] = 0;
        degree[one] += degree[other];
        degree[other] = 0;
        for (var node = 0; node < groups.Length; node++)
        {
            groups[node] = groups[node] == other ? one : groups[node];
        }
    }

    private static IReadOnlyList<int> Rank(int[] groups)
    {
        var ranks = groups.GroupBy(group => group).OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
            .Select((group, rank) => (group.Key, rank)).ToDictionary(pair => pair.Key, pair => pair.rank);
        return [.. groups.Select(group => ranks[group])];
    }
}
