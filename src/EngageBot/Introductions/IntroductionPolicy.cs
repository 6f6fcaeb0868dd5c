namespace EngageBot.Introductions;

/// <summary>Whom to introduce to a member: people he does not know, with the same topics, channels, contacts and hours, who are around; and of another group, where groups do not talk.</summary>
internal static class IntroductionPolicy
{
    /// <summary>In the order of <see cref="IntroductionFeatures.Names"/>; see introductions.md for how they were chosen.</summary>
    private static readonly double[] Weights = [3.0, 3.0, 1.0, 0.5, 1.0, 0.4, 0.5, 0.3];

    /// <summary>Those he has not been seen replying to or getting replies from, best first; ties by key.</summary>
    public static IReadOnlyList<RankedIntroduction> Rank(
        IntroductionCandidate to, IEnumerable<IntroductionCandidate> members, Acquaintance known, ChannelCrowds crowds) =>
    [
        .. members
            .Where(who => who.Member != to.Member && !known.Knows(to.Member, who.Member))
            .Select(who => new RankedIntroduction(who.Member, Score(to, who, known, crowds)))
            .OrderByDescending(ranked => ranked.Score)
            .ThenBy(ranked => ranked.Member),
    ];

    public static double Score(IntroductionCandidate to, IntroductionCandidate who, Acquaintance known, ChannelCrowds crowds)
    {
        Span<double> values = stackalloc double[IntroductionFeatures.Count];
        IntroductionFeatures.Fill(to, who, known, crowds, values);
        return Sum(values);
    }

    /// <summary>How well each fits the other, taken together: the mean of both scores, in half the time.</summary>
    public static double Mutual(IntroductionCandidate one, IntroductionCandidate other, Acquaintance known, ChannelCrowds crowds)
    {
        Span<double> values = stackalloc double[IntroductionFeatures.Count];
        IntroductionFeatures.Fill(one, other, known, crowds, values);
        var score = Sum(values);
        IntroductionFeatures.FillOwn(one, values);
        return (score + Sum(values)) / 2;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var score = 0.0;
        for (var at = 0; at < values.Length; at++)
        {
            score += values[at] * Weights[at];
        }

        return score;
    }
}
