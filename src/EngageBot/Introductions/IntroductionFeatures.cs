namespace EngageBot.Introductions;

/// <summary>What speaks for introducing one member to another. Off-topic interests weigh as much as topics of a channel: words are words.</summary>
internal static class IntroductionFeatures
{
    public const int Count = 8;

    /// <summary>In the order in which <see cref="Fill"/> writes them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["topics", "channels", "in_common", "hours", "near", "active", "answers_others", "bridges"];

    /// <param name="to">The member; what follows is about whom to introduce to him.</param>
    public static void Fill(IntroductionCandidate to, IntroductionCandidate who, Acquaintance known, ChannelCrowds crowds, Span<double> values)
    {
        values[0] = to.Topics.Cosine(who.Topics);
        values[1] = crowds.Shared(to, who);
        values[2] = Math.Log(1 + known.InCommon(to.Member, who.Member));
        values[3] = Product(to.Hours, who.Hours);
        values[4] = Math.Min(1, known.Between(to.Member, who.Member));
        values[7] = known.Bridges(to.Member, who.Member);
        FillOwn(who, values);
    }

    /// <summary>Writes what speaks for a member whoever the other is; the rest is the same both ways.</summary>
    public static void FillOwn(IntroductionCandidate who, Span<double> values)
    {
        values[5] = Math.Log(1 + who.Active);
        values[6] = (who.Profile.Answers + 1) / (who.Profile.Lines + 3);
    }

    private static double Product(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var product = 0.0f;
        for (var at = 0; at < one.Length; at++)
        {
            product += one[at] * other[at];
        }

        return product;
    }
}
