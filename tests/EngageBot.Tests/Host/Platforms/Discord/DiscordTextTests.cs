using EngageBot.Host.Platforms.Discord;

namespace EngageBot.Tests.Host.Platforms.Discord;

public sealed class DiscordTextTests
{
    [Theory]
    [InlineData("short", "short"), InlineData("a_b", "a\\_b")]
    [InlineData("one two three four", "one two…")]
    [InlineData("one\ntwo\nthree four", "one\ntwo…")]
    [InlineData("onetwothreefour", "onetwothr…")]
    [InlineData("________________", "\\_\\_\\_\\_…")]
    [InlineData("abcdefgh😀ijkl", "abcdefgh…")]
    public void What_is_too_long_is_cut_after_a_word_and_never_within_a_character(string text, string shown) => Assert.Equal(shown, DiscordText.Fit(text, most: 10));

    [Fact]
    public void No_message_is_longer_than_Discord_takes()
    {
        var shown = DiscordText.Fit(string.Join('\n', Enumerable.Repeat("• a_line_with_many_marks *and* words", 200)));
        Assert.InRange(shown.Length, 1_900, 2_000);
        Assert.EndsWith("…", shown, StringComparison.Ordinal);
    }
}
