using EngageBot.Host.Playground;

namespace EngageBot.Tests.Host.Playground;

public sealed class PlaygroundClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 500, 0.5)]
    [InlineData(60, 500, 30)]
    [InlineData(3_600, 50, 180)]
    [InlineData(0, 500, 0)]
    [InlineData(99_999, 1_000, 3_600)]
    [InlineData(-5, 1_000, 0)]
    [InlineData(60, 600_000, 60)]
    [InlineData(60, -500, 0)]
    public void It_passes_as_fast_as_it_is_told_and_never_back(int speed, int realMilliseconds, double expectedSeconds)
    {
        var clock = new PlaygroundClock(Start) { Speed = speed };

        clock.Pass(TimeSpan.FromMilliseconds(realMilliseconds));

        Assert.Equal(TimeSpan.FromSeconds(expectedSeconds), clock.Now - Start);
    }

    [Fact]
    public void A_jump_back_is_none()
    {
        var clock = new PlaygroundClock(Start);

        clock.JumpTo(Start.AddHours(1));
        clock.JumpTo(Start);

        Assert.Equal(Start.AddHours(1), clock.Now);
    }
}
