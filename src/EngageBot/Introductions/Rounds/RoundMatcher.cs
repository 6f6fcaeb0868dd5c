namespace EngageBot.Introductions.Rounds;

/// <summary>
/// Puts the members of a round into groups so that the scores of all pairs who meet add up to as much as can be: nobody with somebody he must not meet, nobody again with
/// somebody he met while others remain, nobody alone. Seconds for thousands of members; the same seed gives the same groups.
/// </summary>
internal static class RoundMatcher
{
    /// <summary>A larger round is dealt into parts of at most so many: among a thousand everybody finds good company, and time and memory grow with the square.</summary>
    public const int MostTogether = 1_000;

    /// <summary>
    /// A single search of a smaller round may miss the best by two or three hundredths, and is over the sooner: it is made so often that about so many members are seated in all.
    /// </summary>
    private const int SeatedInAll = 1_200;

    private const int MostTries = 10;

    /// <param name="score">How well two members fit, by their keys; the same both ways, 0 for nothing.</param>
    /// <param name="progress">Told what share of the work is done, from 0 to 1.</param>
    /// <exception cref="OperationCanceledException">It was no longer wanted.</exception>
    public static RoundPlan Match(RoundRequest request, Func<long, long, double> score, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var keys = RoundPolicy.TakingPart(request.Members, request.At);
        if (RoundPolicy.Sizes(keys.Length, request.GroupSize).Length == 0)
        {
            return new RoundPlan([], keys);
        }

        var random = new StableRandom(request.Seed);
        var parts = Parts(keys, request.GroupSize, ref random);
        List<RoundGroup> groups = [];
        List<long> leftOut = [];
        foreach (var (at, part) in parts.Index())
        {
            leftOut.AddRange(MatchPart(part, request, score, new StableRandom(random.Next()), groups, done => progress?.Report((at + done) / parts.Count), cancellationToken));
        }

        progress?.Report(1);
        return new RoundPlan([.. groups.OrderBy(group => group.Members[0])], [.. leftOut.Order()]);
    }

    private static List<long[]> Parts(long[] keys, int groupSize, ref StableRandom random)
    {
        if (keys.Length <= MostTogether)
        {
            return [keys];
        }

        // Whole groups in each part, so that at most the last one has groups of another size.
        random.Shuffle(keys.AsSpan());
        var count = (keys.Length + MostTogether - 1) / MostTogether;
        var groups = keys.Length / groupSize;
        List<long[]> parts = [];
        for (int part = 0, start = 0; part < count; part++)
        {
            var end = part == count - 1 ? keys.Length : (int)((long)groups * (part + 1) / count) * groupSize;
            long[] members = keys[start..end];
            Array.Sort(members);
            parts.Add(members);
            start = end;
        }

        return parts;
    }

    /// <returns>Keys of those for whom there is no company.</returns>
    private static IEnumerable<long> MatchPart(
        long[] keys, RoundRequest request, Func<long, long, double> score, StableRandom random, List<RoundGroup> groups, Action<double> progress, CancellationToken cancellationToken)
    {
        var weights = RoundWeights.Of(keys, request, score, cancellationToken);
        var seats = Best(weights, RoundPolicy.Sizes(keys.Length, request.GroupSize), random, progress, cancellationToken);
        List<List<int>> found = [.. Enumerable.Range(0, seats.Groups).Select(group => (List<int>)[.. seats.In(group)])];
        var alone = NeverPairs.Part(found, weights, request.GroupSize + 1);
        groups.AddRange(found.Select(group => Group([.. group.Select(member => keys[member]).Order()], score)));
        return alone.Select(member => keys[member]);
    }

    private static RoundSeats Best(RoundWeights weights, int[] sizes, StableRandom random, Action<double> progress, CancellationToken cancellationToken)
    {
        var (company, tries) = (new RoundCompany(weights), Math.Clamp(SeatedInAll / weights.Count, 1, MostTries));
        RoundSeats? best = null;
        for (var tried = 0; tried < tries; tried++)
        {
            var seats = new RoundSeats(weights, sizes, ref random);
            var before = tried;
            new RoundAnnealing(weights, company, seats, new StableRandom(random.Next())).Run(done => progress((before + done) / tries), cancellationToken);
            best = best is null || seats.Worth > best.Worth ? seats : best;
        }

        return best!;
    }

    private static RoundGroup Group(long[] members, Func<long, long, double> score)
    {
        var sum = 0.0;
        for (var one = 0; one < members.Length; one++)
        {
            for (var other = one + 1; other < members.Length; other++)
            {
                sum += score(members[one], members[other]);
            }
        }

        return new RoundGroup(members, sum);
    }
}
