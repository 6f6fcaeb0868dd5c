using System.Text.Json;
using EngageBot.Slack;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Slack;

public sealed class TimestampTests
{
    private static readonly Gen<DateTimeOffset> Moments =
        from seconds in Gen.Choose(0, int.MaxValue)
        from microseconds in Gen.Choose(0, 999_999)
        select DateTimeOffset.FromUnixTimeSeconds(seconds).AddMicroseconds(microseconds);

    [Fact]
    public void A_moment_comes_back_to_the_microsecond() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Moments.ToArbitrary(), moment => Timestamp.At(moment).ToDateTimeOffset() == moment));

    [Fact]
    public void The_order_is_that_of_time() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(Moments.Two().ToArbitrary(), two =>
            Math.Sign(Timestamp.At(two.Item1).CompareTo(Timestamp.At(two.Item2))) == two.Item1.CompareTo(two.Item2)
            && Timestamp.At(two.Item1) < Timestamp.At(two.Item2) == two.Item1 < two.Item2));

    [Theory]
    [InlineData("1712345678.123456")]
    [InlineData("1712345678.000005")]
    [InlineData("0000000000.000000")]
    [InlineData("1712345678.1")]
    public void The_text_stays_as_it_was(string text)
    {
        var ts = Timestamp.Parse(text);
        Assert.Equal(text, ts.ToString());
        Assert.Equal(ts, JsonSerializer.Deserialize<Timestamp>(JsonSerializer.Serialize(ts)));
    }

    [Theory]
    [InlineData("9.000001", "10.000000")]
    [InlineData("1712345678.000009", "1712345678.000010")]
    [InlineData("1712345678.09", "1712345678.1")]
    public void Numbers_are_compared_not_letters(string earlier, string later) => Assert.True(Timestamp.Parse(earlier) < Timestamp.Parse(later));

    [Fact]
    public void What_is_written_otherwise_is_another_also_in_order() =>
        Assert.NotEqual(0, Timestamp.Parse("1.5").CompareTo(Timestamp.Parse("1.50")));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1712345678")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("-1.5")]
    [InlineData("1.5e3")]
    [InlineData("1712345678,123456")]
    [InlineData("1٣.5")]
    [InlineData("9999999999999.000000")]
    public void What_is_no_ts_is_refused(string? text) => Assert.False(Timestamp.TryParse(text, out _));

    [Fact]
    public void None_is_the_beginning_of_time() => Assert.Equal(DateTimeOffset.UnixEpoch, default(Timestamp).ToDateTimeOffset());
}
