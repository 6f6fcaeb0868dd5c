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
    }

    public long Member { get; }

    public MemberProfile Profile { get; }

    /// <summary>His messages of late, as far as they have not faded.</summary>
    public double Active { get; }

    /// <summary>What he writes about where everybody may read it.</summary>
    public TopicVector Topics { get; }
}
