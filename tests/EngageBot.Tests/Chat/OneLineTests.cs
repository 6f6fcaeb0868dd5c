using EngageBot.Chat;

namespace EngageBot.Tests.Chat;

public sealed class OneLineTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("  two\r\nlines\t", "two lines")]
    [InlineData("\u001b[31mred", "[31mred")]
    [InlineData("turn\u202Earound", "turnaround")]
    [InlineData("zero\u200Bwidth", "zerowidth")]
    [InlineData("👩‍👧 family", "👩‍👧 family")]
    public void Strangers_text_fits_a_line_and_cannot_steer_a_terminal(string text, string line) => Assert.Equal(line, OneLine.Of(text));

    [Fact]
    public void A_lone_surrogate_goes() => Assert.Equal("ab", OneLine.Of("a" + (char)0xD800 + "b"));

    [Fact]
    public void What_is_too_long_is_cut_between_characters_as_people_see_them()
    {
        Assert.Equal("👩‍👧👩‍👧…", OneLine.Of("👩‍👧👩‍👧👩‍👧👩‍👧", most: 3));
        Assert.Equal(120, OneLine.Of(new string('a', 1_000_000)).Length);
    }
}
