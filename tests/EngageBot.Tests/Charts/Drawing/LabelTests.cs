using EngageBot.Charts.Drawing;

namespace EngageBot.Tests.Charts.Drawing;

public sealed class LabelTests
{
    [Theory]
    [InlineData("ada", "ada")]
    [InlineData("  ada\n\t lovelace  ", "ada lovelace")]
    [InlineData("a\0b\u0007c\u009fd", "abcd")]
    [InlineData("a\u202eb\u2066c\u2069d\u200fe\u061cf", "abcdef")]
    [InlineData("a\uffffb\ufffec", "abc")]
    [InlineData("👩🏽‍💻 dev", "👩🏽‍💻 dev")]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁥󠁮󠁧󠁿")]
    [InlineData("می‌خواهم", "می‌خواهم")]
    [InlineData("e\u0301", "e\u0301")]
    [InlineData("a\u0300\u0300\u0300\u0300\u0300\u0300\u0300b", "a\u0300\u0300\u0300\u0300b")]
    public void Text_keeps_what_can_be_read_and_loses_the_rest(string text, string expected) => Assert.Equal(expected, Label.Clean(text));

    [Fact]
    public void Half_a_character_is_shown_as_damaged() => Assert.Equal("a\ufffdb", Label.Clean("a\ud800b"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\u200b\u202e")]
    [InlineData("\u3164")]
    public void A_name_of_nothing_visible_still_shows(string? name) => Assert.Equal("(no name)", Label.Name(name));

    [Fact]
    public void An_endless_name_is_cut_before_it_costs_anything() => Assert.True(Label.Clean(new string('x', 1_000_000)).Length <= 1000);

    [Fact]
    public void A_name_cannot_end_its_own_isolation() => Assert.Equal("\u2068evil\u2069", Label.Isolate("ev\u2069\u202eil"));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdef", 5, "abcd…")]
    [InlineData("ab 👩🏽‍💻👩🏽‍💻👩🏽‍💻", 6, "ab 👩🏽‍💻…")]
    [InlineData("ae\u0301e\u0301e\u0301", 3, "ae\u0301…")]
    [InlineData("質問と回答", 6, "質問…")]
    [InlineData("ab cdef", 4, "ab…")]
    public void Names_are_cut_between_what_readers_take_for_characters(string name, int columns, string expected) =>
        Assert.Equal(expected, Label.Shorten(name, columns, text => DisplayWidth.Of(text)));
}
