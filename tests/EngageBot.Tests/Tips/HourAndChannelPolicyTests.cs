using EngageBot.Tips;
using EngageBot.Unanswered;

namespace EngageBot.Tests.Tips;

/// <summary>When, and where, posts are answered.</summary>
public sealed class HourAndChannelPolicyTests
{
    [Theory]
    [InlineData(18, 10, 3, 18)]
    [InlineData(18, 10, 18, null)]
    [InlineData(18, 10, 21, null)]
    [InlineData(18, 10, 22, 18)]
    [InlineData(18, 9, 3, null)]
    [InlineData(22, 10, 1, null)]
    [InlineData(22, 10, 12, 22)]
    public void Four_hours_are_named_where_a_post_came_at_a_clearly_worse_time(int from, long each, int hour, int? best)
    {
        var replies = new long[24];
        for (var at = from; at < from + HourPolicy.Hours; at++)
        {
            replies[at % 24] = each;
        }

        Assert.Equal(best, HourPolicy.Better(replies, hour));
    }

    [Fact]
    public void Where_all_hours_are_alike_none_is_named() => Assert.Null(HourPolicy.Better([.. Enumerable.Repeat(50L, 24)], 3));

    [Theory]
    [InlineData(20, 16, 20, 2, true)]
    [InlineData(20, 10, 20, 2, true)]
    [InlineData(20, 7, 20, 2, false)]
    [InlineData(9, 9, 20, 2, false)]
    [InlineData(20, 16, 9, 0, false)]
    public void Another_channel_is_named_where_clearly_more_is_answered_there(long posts, long unanswered, long otherPosts, long otherUnanswered, bool isNamed)
    {
        ChannelShare[] shares = [new(1, "general", "C1", posts, unanswered), new(2, "help", "C2", otherPosts, otherUnanswered), new(3, "quiet", "C3", 0, 0)];
        Assert.Equal(isNamed ? "help" : null, ChannelPolicy.Better(shares, channel: 1)?.Name);
        Assert.Null(ChannelPolicy.Better(shares, channel: 7));
    }
}
