using EngageBot.Onboarding;
using EngageBot.TestKit;

namespace EngageBot.Tests.Onboarding;

public sealed class ReportPolicyTests
{
    [Theory]
    [InlineData(true, true, 1, true, true)] // Set up, history: at once.
    [InlineData(true, false, 9, true, false)] // Somebody may be about to set up.
    [InlineData(true, false, 10, true, true)]
    [InlineData(true, true, 60, false, false)] // Still reading.
    [InlineData(false, true, (48 * 60) - 1, true, false)] // Nothing from before: it watches first.
    [InlineData(false, true, 48 * 60, true, true)]
    public void It_comes_in_minutes_where_history_can_be_read_and_after_two_days_elsewhere(bool hasHistory, bool isSetUp, int minutes, bool isCaughtUp, bool isDue)
    {
        var seen = TestTime.Noon.ToUnixTimeMilliseconds();
        var community = new KnownCommunity
        {
            Key = 1,
            Id = TestTime.Community,
            SeenAt = seen,
            SetUpAt = isSetUp ? seen : null,
            IsLive = false,
            IsMet = true,
            People = 10,
            ReadsContent = true,
            Unreadable = [],
            Channels = (3, 0),
            Helpers = 0,
            OldestAt = hasHistory ? TestTime.Noon.AddDays(-2).ToUnixTimeMilliseconds() : TestTime.Noon.AddMinutes(-5).ToUnixTimeMilliseconds(),
        };

        Assert.Equal(isDue, ReportPolicy.IsDue(community, isCaughtUp, TestTime.Noon.AddMinutes(minutes)));
    }
}
