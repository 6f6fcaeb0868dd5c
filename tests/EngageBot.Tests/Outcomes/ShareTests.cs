using EngageBot.Outcomes;

namespace EngageBot.Tests.Outcomes;

public sealed class ShareTests
{
    /// <summary>Examples of Newcombe, Interval estimation for the difference between independent proportions, table II, method 10.</summary>
    [Theory]
    [InlineData(56, 70, 48, 80, 0.2000, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.6000, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.5714, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, 0.0893, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, 0.0000, -0.1611, 0.2775)]
    [InlineData(0, 10, 0, 10, 0.0000, -0.2775, 0.2775)]
    [InlineData(10, 10, 0, 20, 1.0000, 0.6791, 1.0000)]
    [InlineData(10, 10, 0, 10, 1.0000, 0.6075, 1.0000)]
    public void The_difference_is_that_of_the_published_examples(int one, int ofOne, int other, int ofOther, double difference, double lower, double upper)
    {
        var interval = Share.Difference(new Share(one, ofOne), new Share(other, ofOther));
        Assert.Equal(difference, new EffectEstimate(new Share(one, ofOne), new Share(other, ofOther)).Difference, 4);
        Assert.Equal((lower, upper), (Math.Round(interval.Lower, 4), Math.Round(interval.Upper, 4)));
    }

    /// <summary>Examples of the paper on single proportions of the same year, method 3.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662), InlineData(15, 148, 0.0624, 0.1605), InlineData(0, 20, 0, 0.1611), InlineData(1, 29, 0.0061, 0.1718), InlineData(0, 0, 0, 1)]
    public void So_is_the_interval_of_one_share(int count, int of, double lower, double upper)
    {
        var interval = new Share(count, of).Interval;
        Assert.Equal((lower, upper), (Math.Round(interval.Lower, 4), Math.Round(interval.Upper, 4)));
    }

    [Fact]
    public void The_other_way_round_it_is_the_same_with_the_other_sign()
    {
        var random = new Random(1);
        for (var time = 0; time < 1_000; time++)
        {
            var (one, other) = (Any(random), Any(random));
            var (there, back) = (Share.Difference(one, other), Share.Difference(other, one));
            Assert.Equal(there.Lower, -back.Upper, 12);
            Assert.True(there.Contains(one.Value - other.Value));
            Assert.InRange(there.Lower, -1 - 1e-12, 1);
            Assert.InRange(there.Upper, -1, 1 + 1e-12);
        }
    }

    [Theory]
    [InlineData(-1, 3), InlineData(4, 3), InlineData(0, -1)]
    public void There_are_no_more_than_all(int count, int of) => Assert.Throws<ArgumentOutOfRangeException>(() => new Share(count, of));

    private static Share Any(Random random)
    {
        var of = random.Next(0, 60);
        return new Share(random.Next(of + 1), of);
    }
}
