using EngageBot.Communities;

namespace EngageBot.Unanswered;

/// <summary>How long a post is left to be answered by itself: as long as nine in ten answered posts of its channel took.</summary>
internal static class WaitPolicy
{
    /// <summary>With fewer answered posts a channel's own pace is not known, nor the community's.</summary>
    public const int EnoughAnswered = 30;

    public static TimeSpan Wait(Pace channel, Pace community, CommunityRules rules)
    {
        var known = channel.Answered >= EnoughAnswered ? channel : community;
        return known.Answered < EnoughAnswered ? rules.WaitWithoutHistory : Clamp(known.P90, rules);
    }

    /// <summary>Why, in words.</summary>
    public static string Reason(Pace channel, Pace community)
    {
        if (channel.Answered >= EnoughAnswered)
        {
            return "nine in ten answers in this channel come sooner";
        }

        return community.Answered >= EnoughAnswered ? "nine in ten answers in this community come sooner" : "too little was answered so far to know the usual time";
    }

    private static TimeSpan Clamp(TimeSpan wait, CommunityRules rules) => wait < rules.WaitAtLeast ? rules.WaitAtLeast : wait > rules.WaitAtMost ? rules.WaitAtMost : wait;
}
