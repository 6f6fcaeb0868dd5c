using EngageBot.Communities;
using EngageBot.Nudges;
using EngageBot.Outbox;
using EngageBot.TestKit;

namespace EngageBot.Tests.Nudges;

public sealed class PublicStepPolicyTests
{
    private const int Never = int.MaxValue;

    [Theory]
    [InlineData(0, Never, Never, 0, 50, null)]
    [InlineData(30, Never, Never, 0, 50, null)]
    [InlineData(31, Never, Never, 0, 50, "More than 30 messages came since the post: a reply would bring it up out of place.")]
    [InlineData(0, 50, 50, 0, 50, null)]
    [InlineData(0, 49, 49, 0, 50, "The bot spoke less than 50 messages ago.")]
    [InlineData(0, 50, 0, 0, 50, "The bot spoke last in this channel.")]
    [InlineData(0, 50, 50, 1, 100, "Enough was said here in a day.")]
    [InlineData(0, 50, 50, 5, 101, null)]
    [InlineData(0, 50, 50, 6, 101, "Enough was said here in a day.")]
    [InlineData(0, Never, Never, 0, 10_001, "Enough was said here in a day.")]
    public void A_reply_is_put_only_where_the_bot_was_silent_long_enough(int sincePost, int inCommunity, int inChannel, int inADay, long people, string? reason) =>
        Assert.Equal(reason, ReasonOf(PublicStepPolicy.ForReply(new PublicFacts(sincePost, inCommunity, inChannel, IsResting: false) { RepliesInADay = inADay, People = people }, new CommunityRules())));

    [Fact]
    public void Where_somebody_took_a_reply_away_it_is_silent() => Assert.IsType<OutboxVerdict.Hold>(
        PublicStepPolicy.ForReply(new PublicFacts(0, Never, Never, IsResting: true) { RepliesInADay = 0, People = 50 }, new CommunityRules()));

    [Theory]
    [InlineData(21, null), InlineData(23, 9), InlineData(30, 2), InlineData(32, null)]
    public void In_quiet_hours_it_waits_until_their_end(int hour, int? left)
    {
        var (rules, now) = (new CommunityRules { QuietHours = new QuietHours(new TimeOnly(22, 0), new TimeOnly(8, 0), "UTC") }, TestTime.Noon.AddHours(hour - 12));
        Assert.Equal(left is { } hours ? now.AddHours(hours) : null, (PublicStepPolicy.ForTime(rules, now) as OutboxVerdict.Hold)?.Until);
    }

    [Theory]
    [InlineData(true, "help", true), InlineData(true, "noise", false), InlineData(false, "help", false), InlineData(false, "staff", true)]
    public void The_bot_speaks_of_what_everybody_can_read_or_what_somebody_named(bool isForEveryone, string channel, bool maySpeak)
    {
        var rules = new CommunityRules { IgnoredChannels = ["noise"], WatchedChannels = channel == "staff" ? ["#staff"] : [] };
        Assert.Equal(maySpeak, VisibilityPolicy.MaySpeakOf(isForEveryone, channel, "1", rules));
    }

    private static string? ReasonOf(OutboxVerdict verdict) => verdict switch
    {
        OutboxVerdict.Hold hold => hold.Reason,
        OutboxVerdict.Drop drop => drop.Reason,
        _ => null,
    };
}
