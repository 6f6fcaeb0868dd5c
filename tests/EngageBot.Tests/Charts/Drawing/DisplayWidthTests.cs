using EngageBot.Charts.Drawing;

namespace EngageBot.Tests.Charts.Drawing;

public sealed class DisplayWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("ada", 3)]
    [InlineData("Ünal", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("質問", 4)]
    [InlineData("さくら🌸", 8)]
    [InlineData("한국", 4)]
    [InlineData("👩🏽‍💻", 2)]
    [InlineData("🇩🇪", 2)]
    [InlineData("❤️", 2)]
    [InlineData("שלום", 4)]
    [InlineData("\u0301", 0)]
    public void Wide_characters_and_emoji_take_two_columns(string text, int columns) => Assert.Equal(columns, DisplayWidth.Of(text));
}
