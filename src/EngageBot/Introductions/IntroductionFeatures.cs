using EngageBot.Profiles;

namespace EngageBot.Introductions;

/// <summary>What speaks for introducing one member to another. Off-topic interests weigh as much as topics of a channel: words are words.</summary>
internal static class IntroductionFeatures
{
    public const int Count = 7;

    /// <summary>In the order in which <see cref="Fill"/> writes them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["topics", "channels", "in_common", "hours", "near", "active", "answers_others"];

    /// <param name="to">The member; what follows is about whom to introduce to him.</param>
    public static void Fill(IntroductionCandidate to, IntroductionCandidate who, Acquaintance known, ChannelCrowds crowds, Span<double> values)
    {
        values[0] = to.Topics.Cosine(who.Topics);
        values[1] = Channels(to.Profile, who.Profile, crowds);
        values[2] = Math.Log(1 + known.InCommon(to.Member, who.Member));
        values[3] = Cosine(to.Profile.Hours, who.Profile.Hours);
        values[4] = Math.Min(1, known.Between(to.Member, who.Member));
        FillOwn(who, values);
    }

    /// <summary>Writes what speaks for a member whoever the other is; the rest is the same both ways.</summary>
    public static void FillOwn(IntroductionCandidate who, Span<double> values)
    {
        values[5] = Math.Log(1 + who.Active);
        values[6] = (who.Profile.Answers + 1) / (who.Profile.Lines + 3);
    }

    /// <summary>How much of their time two members spend in the same channels; one in which everybody is counts little.</summary>
    private static double Channels(MemberProfile one, MemberProfile other, ChannelCrowds crowds)
    {
        var (product, ofOne, ofOther) = (0.0, 0.0, 0.0);
        foreach (ref readonly var channel in one.Channels)
        {
            var value = Math.Log(1 + channel.Lines) * crowds.Weight(channel.Channel);
            product += value * Math.Log(1 + other.In(channel.Channel).Lines) * crowds.Weight(channel.Channel);
            ofOne += value * value;
        }

        foreach (ref readonly var channel in other.Channels)
        {
            var value = Math.Log(1 + channel.Lines) * crowds.Weight(channel.Channel);
            ofOther += value * value;
        }

        return product == 0 ? 0 : product / Math.Sqrt(ofOne * ofOther);
    }

    private static double Cosine(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var (product, ofOne, ofOther) = (0.0, 0.0, 0.0);
        for (var at = 0; at < one.Length; at++)
        {
            product += one[at] * other[at];
            ofOne += one[at] * one[at];
            ofOther += other[at] * other[at];
        }

        return product == 0 ? 0 : product / Math.Sqrt(ofOne * ofOther);
    }
}
