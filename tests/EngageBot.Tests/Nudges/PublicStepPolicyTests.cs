using EngageBot.Communities;
using EngageBot.Nudges;
using EngageBot.Outbox;
using EngageBot.Outbox.Contact;
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
        Assert.Equal(reason, ReasonOf(Of(OutboxKind.Reply, new PublicFacts(sincePost, inCommunity, inChannel, IsResting: false) { RepliesInADay = inADay, People = people })));

    [Theory]
    [InlineData(OutboxKind.Board, 50, 50, null), InlineData(OutboxKind.Board, 49, 49, "The bot spoke less than 50 messages ago."), InlineData(OutboxKind.Board, 50, 0, "The bot spoke last in this channel.")]
    [InlineData(OutboxKind.Tag, 0, 0, null), InlineData(OutboxKind.Introduction, 0, 0, null), InlineData(OutboxKind.Digest, 0, 0, null)]
    public void Of_whatever_else_it_says_to_everybody_there_is_one_in_fifty_messages(OutboxKind form, int inCommunity, int inChannel, string? reason) =>
        Assert.Equal(reason, ReasonOf(Of(form, new PublicFacts(99, inCommunity, inChannel, IsResting: false) { RepliesInADay = 99, People = 50 })));

    [Fact]
    public void What_must_wait_for_more_messages_is_not_looked_at_every_minute() => Assert.Equal(
        TestTime.Noon.AddMinutes(5), Assert.IsType<OutboxVerdict.Hold>(Of(OutboxKind.Board, new PublicFacts(0, 1, 1, IsResting: false) { RepliesInADay = 0, People = 50 })).Until);

    [Fact]
    public void Where_somebody_took_a_tag_off_no_other_is_put_on() => Assert.IsType<OutboxVerdict.Hold>(
        Of(OutboxKind.Tag, new PublicFacts(0, Never, Never, IsResting: true) { RepliesInADay = 0, People = 50 }));

    [Fact]
    public void Where_somebody_took_a_reply_away_it_is_silent() => Assert.IsType<OutboxVerdict.Hold>(
        Of(OutboxKind.Reply, new PublicFacts(0, Never, Never, IsResting: true) { RepliesInADay = 0, People = 50 }));

    [Theory]
    [InlineData(21, null), InlineData(23, 9), InlineData(30, 2), InlineData(32, null)]
    public void In_quiet_hours_it_waits_for_its_time_in_the_morning(int hour, int? left)
    {
        var (rules, now) = (new CommunityRules { QuietHours = new QuietHours(new TimeOnly(22, 0), new TimeOnly(8, 0), "UTC") }, TestTime.Noon.AddHours(hour - 12));
        var entry = A.Planned(OutboxKind.Board) with { ExpiresAt = now.AddDays(2) };
        Assert.Equal(left is { } hours ? MorningSpread.TimeOf(entry, now.AddHours(hours)) : null, (PublicStepPolicy.ForTime(rules, entry, now) as OutboxVerdict.Hold)?.Until);
    }

    [Theory]
    [InlineData(true, "help", true), InlineData(true, "noise", false), InlineData(false, "help", false), InlineData(false, "staff", true)]
    public void The_bot_speaks_of_what_everybody_can_read_or_what_somebody_named(bool isForEveryone, string channel, bool maySpeak)
    {
        var rules = new CommunityRules { IgnoredChannels = ["noise"], WatchedChannels = channel == "staff" ? ["#staff"] : [] };
        Assert.Equal(maySpeak, VisibilityPolicy.MaySpeakOf(isForEveryone, channel, "1", rules));
    }

    private static OutboxVerdict Of(OutboxKind form, PublicFacts facts) => PublicStepPolicy.ForMessage(form, facts, new CommunityRules(), TestTime.Noon);

    private static string? ReasonOf(OutboxVerdict verdict) => verdict switch
    {
        OutboxVerdict.Hold hold => hold.Reason,
        OutboxVerdict.Drop drop => drop.Reason,
        _ => null,
    };
}
