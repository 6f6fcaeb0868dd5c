using EngageBot.Communities;

namespace EngageBot.Tests.Communities;

public sealed class HoursTextTests
{
    [Theory]
    [InlineData("22:00-07:00 Europe/Berlin", "22:00-07:00 Europe/Berlin")]
    [InlineData(" 22 – 7:30  Asia/Tokyo", "22:00-07:30 Asia/Tokyo")]
    [InlineData("9:00 to 17:00 UTC", "09:00-17:00 UTC")]
    [InlineData("", "")]
    public void Hours_with_a_zone_are_read_as_people_write_them(string written, string read)
    {
        Assert.True(HoursText.TryRead(written, out var hours));
        Assert.Equal(read, HoursText.Of(hours));
    }

    [Theory]
    [InlineData("22:00"), InlineData("22:00-07:00"), InlineData("late-early Europe/Berlin"), InlineData("25:00-07:00 UTC"), InlineData("- UTC"), InlineData("never")]
    public void What_is_none_is_none(string written) => Assert.False(HoursText.TryRead(written, out _));

    [Theory]
    [InlineData("22:00-07:00", "22:00-07:00"), InlineData("22 - 7", "22:00-07:00"), InlineData("22:00-07:00 Asia/Tokyo", "22:00-07:00 Asia/Tokyo"), InlineData("", "")]
    public void Where_the_zone_may_be_left_out_it_is_that_of_the_clock_at_hand(string written, string read)
    {
        Assert.True(HoursText.TryReadWithin(written, HoursText.NoZone, out var hours));
        Assert.Equal(read, HoursText.Of(hours));
    }

    [Fact]
    public void What_is_proposed_in_each_language_can_be_read()
    {
        Assert.All(EngageBot.Texts.TextBook.Languages, language =>
        {
            Assert.True(HoursText.TryRead(HoursText.Usual(language), out var hours));
            Assert.Null(RulesValidator.Problem(new CommunityRules { QuietHours = hours }));
        });
    }
}
