using EngageBot.Chat;
using EngageBot.Reports;

namespace EngageBot.Tests.Reports;

public sealed class WordsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 8, 14, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public void Times_are_told_in_utc()
    {
        Assert.Equal("8 Feb 2026, 12:00", Words.Moment(Noon));
        Assert.Equal("12:00", Words.Clock(Noon, Noon.AddHours(-1)));
        Assert.Equal("8 Feb, 12:00", Words.Clock(Noon, Noon.AddDays(-1)));
        Assert.Equal("8 Feb 2026, 12:00", Words.Clock(Noon, Noon.AddDays(-60)));
        Assert.Equal("8 Feb 2026", Words.Span(Noon, Noon.AddHours(1)));
    }

    [Theory]
    [InlineData("help", "#help")]
    [InlineData("#ubuntu", "#ubuntu")]
    [InlineData("&local", "&local")]
    public void A_channel_has_its_sign_once(string name, string expected) => Assert.Equal(expected, Words.Channel(name));

    [Theory]
    [InlineData(0, "0 people")]
    [InlineData(1, "1 person")]
    [InlineData(1_204, "1,204 people")]
    public void People(long count, string expected) => Assert.Equal(expected, Words.People(count));

    [Fact]
    public void Every_kind_has_words() => Assert.Equal(Enum.GetValues<PostKind>().Length, Enum.GetValues<PostKind>().Select(Words.Kind).Distinct().Count());

    [Fact]
    public void A_share_that_does_not_exist_is_no_zero() => Assert.Equal("not enough yet", Words.Percent(null));

    [Fact]
    public void A_reason_does_not_repeat_its_step() =>
        Assert.Equal(["Still open after people were asked.", "Answered here 8 times in the last 30 days."], AReport.Full().Nudges.Select(Words.Reason));
}
