using EngageBot.Communities;
using EngageBot.Host.Configuration;

namespace EngageBot.Tests.Communities;

public sealed class TextRetentionTests
{
    [Theory]
    [InlineData(14, 48, 14), InlineData(3, 48, 3), InlineData(3, 2, 3), InlineData(3, 72, 4), InlineData(14, 30 * 24, 31), InlineData(90, 30 * 24, 90), InlineData(3, 60, 4)]
    public void Texts_are_kept_for_as_long_as_was_chosen_and_never_shorter_than_a_post_can_be_open(int days, int rest, int kept)
    {
        var rules = new CommunityRules { RestAfter = TimeSpan.FromHours(rest) };
        Assert.Equal(kept, new TextRetention(days).DaysIn(rules));
        Assert.True(new TextRetention(days).Of(rules) >= rules.RestAfter + TimeSpan.FromDays(1));
    }

    [Fact]
    public void What_the_bot_said_about_posts_is_kept_while_it_is_watched() =>
        Assert.Equal((TimeSpan.FromDays(14), TimeSpan.FromDays(38)), (new TextRetention().OfSaid(TimeSpan.FromDays(2)), new TextRetention().OfSaid(TimeSpan.FromDays(30))));

    [Theory]
    [InlineData(2, false), InlineData(3, true), InlineData(14, true), InlineData(90, true), InlineData(91, false)]
    public void An_operator_chooses_within_bounds(int days, bool isTaken) =>
        Assert.Equal(isTaken, new PrivacyOptionsValidator().Validate(name: null, new PrivacyOptions { TextDays = days }).Succeeded);
}
