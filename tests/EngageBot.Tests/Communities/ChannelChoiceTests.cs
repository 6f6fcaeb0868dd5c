using EngageBot.Communities;

namespace EngageBot.Tests.Communities;

public sealed class ChannelChoiceTests
{
    [Theory]
    [InlineData("", "", "watch", "*,1", "")]
    [InlineData("", "#Help", "watch", "*,1", "")]
    [InlineData("help", "", "watch", "help", "")]
    [InlineData("other", "", "watch", "other,1", "")]
    [InlineData("", "", "ignore", "", "1")]
    [InlineData("other,1", "", "ignore", "other", "1")]
    [InlineData("*,1", "", "ignore", "", "1")]
    [InlineData("other,1", "", "usual", "other", "")]
    [InlineData("", "help", "usual", "", "")]
    [InlineData("*,1", "", "usual", "", "")]
    public void A_channel_is_looked_after_or_left_alone_and_the_others_stay_as_they_were(string watched, string ignored, string choice, string thenWatched, string thenIgnored)
    {
        var rules = ChannelChoice.Of(new CommunityRules { WatchedChannels = Split(watched), IgnoredChannels = Split(ignored) }, choice, "help", "1");
        Assert.NotNull(rules);
        Assert.Equal((thenWatched, thenIgnored), (string.Join(',', rules.WatchedChannels), string.Join(',', rules.IgnoredChannels)));
        Assert.Null(RulesValidator.Problem(rules));
        Assert.Equal(watched.Length == 0 || watched.Contains('*', StringComparison.Ordinal), rules.Watches("elsewhere", "9"));
    }

    [Theory]
    [InlineData("ignore"), InlineData("usual")]
    public void The_last_one_that_is_named_is_not_taken_away_since_nothing_named_would_mean_all(string choice) =>
        Assert.Null(ChannelChoice.Of(new CommunityRules { WatchedChannels = ["#help"] }, choice, "help", "1"));

    [Fact]
    public void A_channel_for_promotion_is_one_until_it_is_usual_again()
    {
        var rules = ChannelChoice.Of(new CommunityRules(), "promotion", "showcase", "7")!;
        Assert.True(rules.IsPromotionChannel("renamed", "7"));
        Assert.False(ChannelChoice.Of(rules, "usual", "showcase", "7")!.IsPromotionChannel("showcase", "7"));
    }

    private static string[] Split(string names) => names.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
