using EngageBot.Stats;
using EngageBot.TestKit;

namespace EngageBot.Tests.Stats;

public sealed class ObservedSpanTests
{
    [Theory]
    [InlineData(0, 12.0)]     // until the pause
    [InlineData(12, 0.0)]     // the last line before the pause
    [InlineData(30, 10.0)]    // until the end
    [InlineData(40, 0.0)]
    public void What_followed_was_observed_until_the_next_pause_or_the_end(double hour, double observed)
    {
        var span = new ObservedSpan();
        foreach (var at in new[] { 0, 6, 12, 30, 40.0 })
        {
            Assert.Equal(at == 30, span.Add(TestTime.Noon.AddHours(at)));
        }

        Assert.Equal(TimeSpan.FromHours(observed), span.ObservedAfter(TestTime.Noon.AddHours(hour)));
    }

    [Fact]
    public void Twelve_hours_are_no_pause_yet() => Assert.Empty(Span(0, 12).Pauses);

    [Fact]
    public void Older_messages_that_come_late_make_no_pause()
    {
        var span = Span(0, 1, -50, 2);
        Assert.Empty(span.Pauses);
        Assert.Equal(TestTime.Noon.AddHours(-50), span.From);
    }

    private static ObservedSpan Span(params double[] hours)
    {
        var span = new ObservedSpan();
        foreach (var hour in hours)
        {
            span.Add(TestTime.Noon.AddHours(hour));
        }

        return span;
    }
}
