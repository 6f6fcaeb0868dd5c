using EngageBot.Charts.Drawing;

namespace EngageBot.Tests.Charts.Drawing;

public sealed class HumanNumberTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(3.25, "3.3")]
    [InlineData(41, "41")]
    [InlineData(1204, "1,204")]
    [InlineData(999_999, "999,999")]
    [InlineData(1_234_567, "1.2M")]
    [InlineData(-3, "0")]
    [InlineData(double.NaN, "–")]
    [InlineData(1e300, "1,000T")]
    public void Counts(double value, string expected) => Assert.Equal(expected, HumanNumber.Count(value));

    [Theory]
    [InlineData(1, "posts", "1 post")]
    [InlineData(1, "replies", "1 reply")]
    [InlineData(1204, "replies", "1,204 replies")]
    [InlineData(1, "質問", "1 質問")]
    public void Nouns(double value, string plural, string expected) => Assert.Equal(expected, HumanNumber.Counted(value, plural));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(5000, "5,000")]
    [InlineData(10_000, "10k")]
    [InlineData(12_500_000, "12.5M")]
    public void Ticks(double value, string expected) => Assert.Equal(expected, HumanNumber.Compact(value));

    [Theory]
    [InlineData(0, "0%")]
    [InlineData(3.42, "3.4%")]
    [InlineData(0.04, "<0.1%")]
    [InlineData(38.4, "38%")]
    [InlineData(99.97, "99.9%")]
    [InlineData(100, "100%")]
    public void Shares(double value, string expected) => Assert.Equal(expected, HumanNumber.Percent(value));

    [Theory]
    [InlineData(0, "0 min")]
    [InlineData(0.5, "30 s")]
    [InlineData(0.999, "1 min")]
    [InlineData(1.5, "1.5 min")]
    [InlineData(41.3, "41 min")]
    [InlineData(59.6, "1 h")]
    [InlineData(192, "3.2 h")]
    [InlineData(1439, "1 day")]
    [InlineData(1440, "1 day")]
    [InlineData(3600, "2.5 days")]
    [InlineData(2_880_000, "2,000 days")]
    [InlineData(double.PositiveInfinity, "–")]
    public void Times(double minutes, string expected) => Assert.Equal(expected, HumanNumber.Minutes(minutes));
}
