using EngageBot.Profiles;

namespace EngageBot.Introductions;

/// <summary>Somebody who may be introduced to others: he opted in or asked for it.</summary>
internal sealed class IntroductionCandidate
{
    public IntroductionCandidate(long member, MemberProfile profile, WordCounts counts, long now)
    {
        Member = member;
        Profile = profile;
        Active = profile.Lines * Fading.Of(Fading.Activity, now - profile.At);
        Topics = TopicVector.Of(profile.Written, counts);
        var length = Math.Sqrt(profile.Hours.ToArray().Sum(hour => (double)hour * hour));
        Hours = [.. profile.Hours.ToArray().Select(hour => length == 0 ? 0 : (float)(hour / length))];
    }

    public long Member { get; }

    public MemberProfile Profile { get; }

    /// <summary>His messages of late, as far as they have not faded.</summary>
    public double Active { get; }

    /// <summary>When he writes, as a direction: of length 1, or 0 where that is not known.</summary>
    public float[] Hours { get; }

    /// <summary>What he writes about where everybody may read it.</summary>
    public TopicVector Topics { get; }
}
