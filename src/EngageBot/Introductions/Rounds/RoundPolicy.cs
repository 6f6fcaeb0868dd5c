namespace EngageBot.Introductions.Rounds;

/// <summary>Who is in a round, and how large its groups are.</summary>
internal static class RoundPolicy
{
    public const int SmallestGroup = 2;
    public const int LargestGroup = 4;

    /// <summary>Keys of those who take part, in order.</summary>
    public static long[] TakingPart(IEnumerable<RoundMember> members, DateTimeOffset at) =>
    [
        .. members
            .GroupBy(member => member.Key)
            .Where(same => same.All(member => !member.SkipsNext && (member.PausedUntil is not { } until || until <= at)))
            .Select(same => same.Key)
            .Order(),
    ];

    /// <summary>
    /// The sizes of the groups: as many as wanted in nearly all, and nobody alone. One left over makes one group larger by one; one too few, one smaller. Two left
    /// over with groups of four make two groups of three.
    /// </summary>
    /// <returns>The larger groups first; none for fewer than two people.</returns>
    public static int[] Sizes(int people, int wanted)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(wanted, SmallestGroup);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wanted, LargestGroup);
        if (people < SmallestGroup)
        {
            return [];
        }

        if (people <= wanted)
        {
            return [people];
        }

        var (whole, over) = Math.DivRem(people, wanted);
        return over switch
        {
            0 => [.. Enumerable.Repeat(wanted, whole)],
            1 => [wanted + 1, .. Enumerable.Repeat(wanted, whole - 1)],
            _ when over == wanted - 1 => [.. Enumerable.Repeat(wanted, whole), over],
            _ => [.. Enumerable.Repeat(wanted, whole - 1), wanted - 1, wanted - 1],
        };
    }
}
