using EngageBot.Communities;

namespace EngageBot.Unanswered;

/// <summary>How long a post is left to be answered by itself: as long as nine in ten answered posts of its channel took.</summary>
internal static class WaitPolicy
{
    /// <summary>With fewer answered posts a channel's own pace is not known, nor the community's.</summary>
    public const int EnoughAnswered = 30;

    /// <param name="comesFirst">Newcomers and people whom nobody answers wait half as long.</param>
    public static Wait For(Pace channel, Pace community, bool comesFirst, CommunityRules rules)
    {
        var known = channel.Answered >= EnoughAnswered ? channel : community;
        var usual = known.Answered < EnoughAnswered ? rules.WaitWithoutHistory : Clamp(known.P90, rules);
        return comesFirst ? new Wait(usual / 2, "a newcomer or someone nobody answers waits half as long") : new Wait(usual, Reason(channel, community, rules));
    }

    private static string Reason(Pace channel, Pace community, CommunityRules rules)
    {
        var (known, where) = channel.Answered >= EnoughAnswered ? (channel, "channel") : (community, "community");
        return known.Answered < EnoughAnswered ? "too little was answered so far to know the usual time"
            : known.P90 > rules.WaitAtMost ? $"answers in this {where} take long, and nobody should wait longer"
            : $"nine in ten answers in this {where} had come by then";
    }

    private static TimeSpan Clamp(TimeSpan wait, CommunityRules rules) => wait < rules.WaitAtLeast ? rules.WaitAtLeast : wait > rules.WaitAtMost ? rules.WaitAtMost : wait;
}
