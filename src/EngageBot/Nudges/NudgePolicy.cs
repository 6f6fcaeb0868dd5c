using System.Globalization;
using EngageBot.Communities;

namespace EngageBot.Nudges;

/// <summary>What is said about an open post, to whom and why. Asking in private and naming one person works best (Do 2022), so that comes first.</summary>
internal static class NudgePolicy
{
    /// <summary>Somebody who has not written for this long is not around.</summary>
    public static readonly TimeSpan Away = TimeSpan.FromDays(7);

    /// <summary>The first step: fitting people, or everybody at once where there are too few.</summary>
    /// <param name="facts">The post and who could be asked about it.</param>
    public static IReadOnlyList<Nudge> First(PlanningSituation facts, CommunityRules rules, long now)
    {
        if (facts.HelpersKnown < facts.FewestHelpers)
        {
            return [InPublic(facts, TooFew(facts), rules, now)];
        }

        if (facts.AsksLeftToday <= 0)
        {
            return [InPublic(facts, "enough people were asked today", rules, now)];
        }

        Helper[] asked = [.. Fitting(facts.Helpers, rules, now).Take(Math.Min(rules.AsksPerPost, facts.AsksLeftToday))];
        return asked.Length == 0
            ? [InPublic(facts, $"those who {(facts.OnlyWhoAgreed ? "agreed to be asked" : "answer most here")} were asked lately, or are away", rules, now)]
            : [.. asked.Select((helper, place) => Instead(facts, helper, place, now))];
    }

    /// <summary>A newcomer's first post, for those who chose to greet: so many as may be asked.</summary>
    public static IReadOnlyList<Nudge> Greet(PlanningSituation facts, CommunityRules rules, long now) =>
    [
        .. Fitting(facts.Helpers, rules, now)
            .Take(Math.Min(rules.AsksPerPost, facts.AsksLeftToday))
            .Select((helper, place) => new Nudge(facts.Community, facts.Post, NudgeStep.Ask, place, helper.Member, now, $"Chose to greet newcomers; {facts.WhyNow}.") { Topics = AskTexts.Greeting }),
    ];

    /// <summary>An ask to one more helper.</summary>
    public static Nudge Instead(PlanningSituation facts, Helper helper, int place, long now) =>
        new(facts.Community, facts.Post, NudgeStep.Ask, place, helper.Member, now, Reason(helper, facts.WhyNow, now)) { Topics = TopicsOf(helper) };

    /// <summary>The second step, for a post that is still open.</summary>
    /// <param name="wasAsked">False where nobody was asked, to see what asking changes.</param>
    public static Nudge Second(long community, long post, CommunityRules rules, long now, bool wasAsked = true) => new(
        community, post, NudgeStep.Board, 0, Member: null, now, PublicReason(wasAsked ? "still open after people were asked" : "still open after it waited as long again", rules));

    private static string TooFew(PlanningSituation facts) => !facts.OnlyWhoAgreed ? "too few people answer here to ask one of them"
        : facts.HelpersKnown == 0 ? "nobody here has agreed to be asked yet"
        : "too few people here have agreed to be asked";

    private static string? TopicsOf(Helper helper) => helper.Named.Count > 0 ? AskTexts.Named + string.Join(", ", helper.Named)
        : helper.Topics.Count > 0 ? string.Join(", ", helper.Topics)
        : helper.Answers > 0 ? string.Empty
        : null;

    private static Nudge InPublic(PlanningSituation facts, string reason, CommunityRules rules, long now) =>
        new(facts.Community, facts.Post, NudgeStep.Board, 0, Member: null, now, PublicReason(reason, rules));

    private static string PublicReason(string reason, CommunityRules rules) => $"{PublicStepName.Of(rules.PublicStep)}: {reason}.";

    /// <summary>Whether somebody may be asked: he was here in the last week, and was not asked lately.</summary>
    public static bool Fits(Helper helper, CommunityRules rules, long now) =>
        now - helper.LastSeenAt <= Away.TotalMilliseconds
        && (helper.LastAskedAt is null || now - helper.LastAskedAt >= rules.BetweenAsks.TotalMilliseconds);

    /// <summary>The likeliest to answer first; who was asked lately is spared.</summary>
    private static IEnumerable<Helper> Fitting(IReadOnlyList<Helper> helpers, CommunityRules rules, long now) => helpers
        .Where(helper => Fits(helper, rules, now))
        .OrderBy(helper => helper.Place)
        .ThenBy(helper => helper.Member);

    private static string Reason(Helper helper, string whyNow, long now)
    {
        var times = helper.Answers == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{helper.Answers} times");
        var about = helper.Topics.Count == 0 || helper.Named.Count > 0 ? string.Empty : $", also about {string.Join(" and ", helper.Topics)}";
        var why = helper.Named.Count > 0 ? $"Likes to be asked about {string.Join(" and ", helper.Named)}"
            : helper.Answers == 0 ? "Agreed to be asked"
            : $"Answered here {times} in the last 30 days";
        return $"{why}{about}, last seen {Ago(now - helper.LastSeenAt)}; {whyNow}.";
    }

    private static string Ago(long milliseconds)
    {
        var time = TimeSpan.FromMilliseconds(milliseconds);
        return time.TotalMinutes < 2 ? "just now"
            : time.TotalHours < 2 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:F0} minutes ago")
            : time.TotalHours < 36 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:F0} hours ago")
            : string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays:F0} days ago");
    }
}
