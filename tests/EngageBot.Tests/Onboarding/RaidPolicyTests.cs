using EngageBot.Onboarding;

namespace EngageBot.Tests.Onboarding;

public sealed class RaidPolicyTests
{
    [Theory]
    [InlineData(0, 0, 0, RaidReason.None)]
    [InlineData(0, 0, 10, RaidReason.None)]
    [InlineData(0, 0, 11, RaidReason.Posts)]
    [InlineData(9, 0, 0, RaidReason.None)]
    [InlineData(10, 0, 0, RaidReason.Joins)]
    [InlineData(50, 300, 0, RaidReason.None)]
    [InlineData(51, 300, 0, RaidReason.Joins)]
    [InlineData(51, 300, 11, RaidReason.Posts)]
    public void Joins_exceed_five_times_the_usual_or_posts_of_newcomers_ten_an_hour(long joins, long before, long posts, object reason) =>
        Assert.Equal(reason, RaidPolicy.Of(new RaidFacts(joins, before, posts)));
}
