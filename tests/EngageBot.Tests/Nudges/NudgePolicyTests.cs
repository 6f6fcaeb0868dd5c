using EngageBot.Communities;
using EngageBot.Nudges;

namespace EngageBot.Tests.Nudges;

public sealed class NudgePolicyTests
{
    private const long Hour = 3_600_000;
    private const long Day = 24 * Hour;
    private const long Now = 1_000 * Day;

    [Fact]
    public void The_two_likeliest_to_answer_are_asked()
    {
        var planned = Plan([Knows(1, 30, place: 2), Knows(2, 3, place: 0), Knows(3, 40, place: 3), Knows(4, 9, place: 1)]);
        Assert.Equal([(NudgeStep.Ask, 0, 2L), (NudgeStep.Ask, 1, 4L)], planned.Select(nudge => (nudge.Step, nudge.Place, nudge.Member!.Value)));
    }

    [Fact]
    public void Who_was_asked_lately_is_spared()
    {
        var planned = Plan([Knows(1, 50, askedHoursAgo: 71), Knows(2, 5, askedHoursAgo: 72), Knows(3, 4)]);
        Assert.Equal([2L, 3L], planned.Select(nudge => nudge.Member));
    }

    [Fact]
    public void Who_has_not_been_seen_for_a_week_is_not_asked() =>
        Assert.Equal([1L], Plan([Knows(1, 1), Knows(2, 50, seenHoursAgo: 169), Knows(3, 50, seenHoursAgo: 400)]).Select(nudge => nudge.Member));

    [Fact]
    public void With_fewer_than_three_who_answer_a_post_goes_to_the_board_at_once()
    {
        var planned = Assert.Single(Plan([Knows(1, 50), Knows(2, 50)]));
        Assert.Equal((NudgeStep.Board, null, "Waiting board: too few people answer here to ask one of them."), (planned.Step, planned.Member, planned.Reason));
    }

    [Theory]
    [InlineData(PublicStep.Board, "Waiting board: still open after people were asked.")]
    [InlineData(PublicStep.Tag, "Forum tag: still open after people were asked.")]
    [InlineData(PublicStep.Reply, "Reply under the post: still open after people were asked.")]
    public void The_reason_names_the_step_that_the_rules_choose(PublicStep step, string reason) =>
        Assert.Equal(reason, NudgePolicy.Second(1, 1, new CommunityRules { PublicStep = step }, Now).Reason);

    [Fact]
    public void With_nobody_left_to_ask_a_post_goes_to_the_board() =>
        Assert.Equal(NudgeStep.Board, Assert.Single(Plan([Knows(1, 5, askedHoursAgo: 1), Knows(2, 5, askedHoursAgo: 1), Knows(3, 5, askedHoursAgo: 1)])).Step);

    [Theory]
    [InlineData(0, 1, NudgeStep.Board), InlineData(1, 1, NudgeStep.Ask), InlineData(5, 2, NudgeStep.Ask), InlineData(-3, 1, NudgeStep.Board)]
    public void No_more_are_asked_than_the_day_allows(int left, int planned, NudgeStep step)
    {
        var plan = Plan([Knows(1, 5), Knows(2, 5), Knows(3, 5)], left);
        Assert.Equal((planned, step), (plan.Count, plan[0].Step));
    }

    [Fact]
    public void The_reason_is_in_words() => Assert.Equal(
        "Answered here once in the last 30 days, last seen 3 hours ago; nine in ten answers in this channel come sooner.",
        Plan([Knows(1, 1, seenHoursAgo: 3), Knows(2, 1, seenHoursAgo: 90), Knows(3, 1, seenHoursAgo: 90)])[0].Reason);

    [Theory]
    [InlineData(null, 100, 1), InlineData(null, 101, int.MaxValue), InlineData(7, 10, 7), InlineData(0, 5_000, 0)]
    public void A_small_community_is_asked_once_a_day(int? rule, long people, int asks) => Assert.Equal(asks, new CommunityRules { AsksPerDay = rule }.AsksPerDayFor(people));

    [Fact]
    public void The_reason_names_what_the_post_and_earlier_answers_are_about() => Assert.StartsWith(
        "Answered here 3 times in the last 30 days, also about printer and driver, last seen 3 hours ago;",
        Plan([Knows(1, 3, seenHoursAgo: 3) with { Topics = ["printer", "driver"] }, Knows(2, 1), Knows(3, 1)])[0].Reason,
        StringComparison.Ordinal);

    [Fact]
    public void Who_named_a_topic_is_told_so() => Assert.Equal(
        ("Likes to be asked about printer, last seen 1 hours ago; nine in ten answers in this channel come sooner.".Replace("1 hours", "60 minutes", StringComparison.Ordinal), "+printer"),
        Plan([Knows(1, 0) with { Named = ["printer"], Topics = ["driver"] }, Knows(2, 1, place: 1), Knows(3, 1, place: 2)])[0] is var first ? (first.Reason, first.Topics) : default);

    [Theory]
    [InlineData(null, 10_000, 3), InlineData(null, 10_001, 10), InlineData(1, 20_000, 1)]
    public void Above_ten_thousand_people_it_takes_ten_who_could_be_asked(int? rule, long people, int fewest) => Assert.Equal(fewest, new CommunityRules { FewestHelpers = rule }.FewestHelpersFor(people));

    private static Helper Knows(long member, int answers, long seenHoursAgo = 1, long? askedHoursAgo = null, int place = 0) =>
        new(member, answers, place, Now - (seenHoursAgo * Hour), askedHoursAgo is null ? null : Now - (askedHoursAgo * Hour));

    private static IReadOnlyList<Nudge> Plan(IReadOnlyList<Helper> helpers, int left = int.MaxValue) => NudgePolicy.First(
        new PlanningSituation { Community = 1, Post = 1, HelpersKnown = helpers.Count, FewestHelpers = 3, Helpers = helpers, AsksLeftToday = left, WhyNow = "nine in ten answers in this channel come sooner" },
        new CommunityRules(),
        Now);
}
