using EngageBot.Reports.Html;

namespace EngageBot.Tests.Reports.Html;

public sealed class ShownTextTests
{
    [Theory]
    [InlineData("a\r\n\tb", "a\n    b")]
    [InlineData("a\u202eb\u0000c\u200f", "abc")]
    [InlineData("👩🏽‍💻 é", "👩🏽‍💻 é")]
    public void Lines_and_letters_stay_and_tricks_go(string text, string expected) => Assert.Equal(expected, ShownText.Of(text));

    [Fact]
    public void A_letter_keeps_a_few_marks_and_loses_a_tower() => Assert.Equal(5, ShownText.Of("a" + new string('\u0301', 50)).Length);

    [Theory]
    [InlineData(600, 400, 0)]
    [InlineData(601, 400, 201)]
    public void Only_a_long_text_is_split(int length, int most, int rest) => Assert.Equal(rest, ShownText.Split(new string('x', length), most).Remainder.Length);

    [Fact]
    public void A_text_is_split_between_words_and_nothing_is_lost()
    {
        var text = string.Concat(Enumerable.Repeat("word ", 300));
        var (beginning, remainder) = ShownText.Split(text, 402);

        Assert.Equal(text, beginning + remainder);
        Assert.EndsWith("word", beginning, StringComparison.Ordinal);
    }

    [Fact]
    public void An_emoji_is_not_cut_in_two()
    {
        var (beginning, _) = ShownText.Split("x" + string.Concat(Enumerable.Repeat("😀", 500)), 400);

        Assert.False(char.IsHighSurrogate(beginning[^1]));
    }
}
