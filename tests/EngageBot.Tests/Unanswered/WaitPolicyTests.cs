using EngageBot.Communities;
using EngageBot.Unanswered;

namespace EngageBot.Tests.Unanswered;

public sealed class WaitPolicyTests
{
    [Theory]
    [InlineData(30, 90, 500, 60, 90)]      // the channel's own p90
    [InlineData(29, 90, 500, 60, 60)]      // too little known: the community's
    [InlineData(29, 90, 29, 60, 240)]      // nothing known: four hours
    [InlineData(30, 5, 500, 60, 30)]       // never under half an hour
    [InlineData(30, 5000, 500, 60, 720)]   // never over twelve hours
    [InlineData(0, 0, 0, 0, 240)]
    public void The_wait_is_that_of_nine_in_ten_answers(int answered, int minutes, int inCommunity, int communityMinutes, int wait) => Assert.Equal(
        TimeSpan.FromMinutes(wait),
        WaitPolicy.For(new Pace(answered, TimeSpan.FromMinutes(minutes)), new Pace(inCommunity, TimeSpan.FromMinutes(communityMinutes)), comesFirst: false, new CommunityRules()).Time);

    [Fact]
    public void Waits_can_be_set_down_to_a_second()
    {
        var rules = new CommunityRules { WaitAtLeast = TimeSpan.FromSeconds(1), WaitAtMost = TimeSpan.FromSeconds(2), WaitWithoutHistory = TimeSpan.FromSeconds(1) };
        Assert.Equal(TimeSpan.FromSeconds(2), WaitPolicy.For(new Pace(30, TimeSpan.FromHours(1)), default, comesFirst: false, rules).Time);
    }

    [Theory]
    [InlineData(30, 90, false, "nine in ten answers in this channel had come by then")]
    [InlineData(30, 5000, false, "answers in this channel take long, and nobody should wait longer")]
    [InlineData(0, 0, false, "too little was answered so far to know the usual time")]
    [InlineData(30, 90, true, "a newcomer or someone nobody answers waits half as long")]
    public void The_reason_says_why_that_long(int answered, int minutes, bool comesFirst, string reason) =>
        Assert.Equal(reason, WaitPolicy.For(new Pace(answered, TimeSpan.FromMinutes(minutes)), default, comesFirst, new CommunityRules()).Reason);

    [Fact]
    public void Newcomers_and_the_unheard_wait_half_as_long() =>
        Assert.Equal(TimeSpan.FromMinutes(45), WaitPolicy.For(new Pace(30, TimeSpan.FromMinutes(90)), default, comesFirst: true, new CommunityRules()).Time);
}
