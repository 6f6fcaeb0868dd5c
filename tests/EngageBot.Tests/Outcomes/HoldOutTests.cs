using System.Text;
using EngageBot.Outcomes;

namespace EngageBot.Tests.Outcomes;

public sealed class HoldOutTests
{
    private static readonly byte[] Salt = Encoding.UTF8.GetBytes("a community's salt");

    /// <summary>Computed by another program (Python's hmac): a change here would draw posts anew that were drawn already.</summary>
    [Theory]
    [InlineData(1L, 0.727764427516), InlineData(2L, 0.537620532064), InlineData(42L, 0.622721537427), InlineData(long.MaxValue, 0.688492661262), InlineData(-7L, 0.201471238757)]
    public void A_draw_is_the_same_for_ever(long post, double place)
    {
        Assert.False(HoldOut.Draw(Salt, post, place - 1e-9));
        Assert.True(HoldOut.Draw(Salt, post, place + 1e-9));
    }

    [Theory]
    [InlineData(0.0), InlineData(0.1), InlineData(0.5), InlineData(1.0)]
    public void As_many_are_held_out_as_was_said(double share)
    {
        const int Posts = 20_000;
        var drawn = Enumerable.Range(0, Posts).Count(post => HoldOut.Draw(Salt, post, share));
        Assert.InRange(drawn, (share * Posts) - (4 * Math.Sqrt(Posts * share * (1 - share))), (share * Posts) + (4 * Math.Sqrt(Posts * share * (1 - share))));
    }

    [Fact]
    public void With_a_larger_share_the_same_are_held_out_and_more() =>
        Assert.All(Enumerable.Range(0, 2_000), post => Assert.True(!HoldOut.Draw(Salt, post, 0.1) || HoldOut.Draw(Salt, post, 0.2)));

    [Fact]
    public void Two_communities_draw_independently()
    {
        byte[] other = [.. Salt, 1];
        Assert.InRange(Enumerable.Range(0, 20_000).Count(post => HoldOut.Draw(Salt, post, 0.1) && HoldOut.Draw(other, post, 0.1)), 140, 260);
    }

    [Theory]
    [InlineData(-0.1), InlineData(1.1), InlineData(double.NaN)]
    public void A_share_lies_between_none_and_all(double share) => Assert.Throws<ArgumentOutOfRangeException>(() => HoldOut.Draw(Salt, 1, share));

    [Fact]
    public void Without_a_salt_nothing_is_drawn() => Assert.Throws<ArgumentException>(() => HoldOut.Draw([], 1, 0.1));
}
