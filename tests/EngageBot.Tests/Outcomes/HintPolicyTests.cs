using EngageBot.Outcomes;

namespace EngageBot.Tests.Outcomes;

public sealed class HintPolicyTests
{
    [Theory]
    [InlineData(0, 0, 0, 0, nameof(Hint.None))]
    [InlineData(3, 2, 0, 0, nameof(Hint.None))] // two are no hint, however few were asked
    [InlineData(3, 3, 0, 0, nameof(Hint.TooManyStopped))]
    [InlineData(59, 3, 0, 0, nameof(Hint.TooManyStopped))]
    [InlineData(60, 3, 0, 0, nameof(Hint.None))] // five in a hundred are not more than that
    [InlineData(200, 11, 0, 0, nameof(Hint.TooManyStopped))]
    [InlineData(200, 10, 0, 0, nameof(Hint.None))]
    [InlineData(0, 0, 49, 0, nameof(Hint.None))] // too early to say
    [InlineData(0, 0, 50, 4, nameof(Hint.TooFewTakenUp))]
    [InlineData(0, 0, 50, 5, nameof(Hint.None))]
    [InlineData(0, 0, 51, 5, nameof(Hint.TooFewTakenUp))]
    [InlineData(10, 5, 50, 0, nameof(Hint.TooManyStopped))]
    public void The_bot_takes_a_hint(int asked, int stopped, int asks, int takenUp, string hint) =>
        Assert.Equal(hint, HintPolicy.Of(new HintFacts { AskedInWeek = asked, StoppedInWeek = stopped, Asks = asks, TakenUp = takenUp }).ToString());
}
