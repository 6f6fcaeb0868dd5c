using EngageBot.Onboarding;
using EngageBot.Unanswered;

namespace EngageBot.Tests.Onboarding;

/// <summary>What is proposed to watch, by size.</summary>
public sealed class SetupPolicyTests
{
    private static readonly ChannelShare[] Channels =
    [
        new(1, "general", "1", Posts: 40, Unanswered: 4),
        new(2, "rust", "2", Posts: 20, Unanswered: 9),
        new(3, "lobby", "3", Posts: 2, Unanswered: 2),
        new(4, "ask-anything", "4", Posts: 0, Unanswered: 0),
        new(5, "cats", "5", Posts: 10, Unanswered: 0),
        new(6, "Hilfe", "6", Posts: 50, Unanswered: 20),
    ];

    [Theory]
    [InlineData(100, "")]
    [InlineData(101, "Hilfe,rust,general,ask-anything")]
    [InlineData(10_000, "Hilfe,rust,general,ask-anything")]
    [InlineData(10_001, "ask-anything,Hilfe")]
    public void Small_communities_watch_all_larger_ones_where_posts_wait_the_largest_where_help_is_sought(long people, string names) =>
        Assert.Equal(names, string.Join(',', SetupPolicy.Watch(people, Channels).Select(channel => channel.Name)));

    [Fact]
    public void A_share_is_told_in_whole_percent_where_there_is_one()
    {
        Assert.Equal(45, Channels[1].Percent);
        Assert.Null(Channels[3].Percent);
    }
}
