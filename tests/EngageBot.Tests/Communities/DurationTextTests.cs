using EngageBot.Communities;

namespace EngageBot.Tests.Communities;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("30 min", "00:30:00"), InlineData("4 h", "04:00:00"), InlineData("1 h 30 min", "01:30:00"), InlineData("1h30m", "01:30:00"), InlineData(" 2 D ", "2.00:00:00")]
    [InlineData("5 s", "00:00:05"), InlineData("90m", "01:30:00")]
    public void Lengths_of_time_are_read_as_people_write_them(string written, string time)
    {
        Assert.True(DurationText.TryRead(written, out var read));
        Assert.Equal(TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture), read);
        Assert.True(DurationText.TryRead(DurationText.Of(read), out var again));
        Assert.Equal(read, again);
    }

    [Theory]
    [InlineData(""), InlineData("soon"), InlineData("12"), InlineData("-3 h"), InlineData("1.5 h"), InlineData("9999999 h"), InlineData("400 d"), InlineData("4 h or so")]
    public void What_is_none_is_refused(string written) => Assert.False(DurationText.TryRead(written, out _));

    [Fact]
    public void Two_days_are_shown_in_hours() => Assert.Equal("48 h", DurationText.Of(TimeSpan.FromDays(2)));
}
