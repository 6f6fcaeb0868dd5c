using EngageBot.Charts.Drawing;

namespace EngageBot.Tests.Charts.Drawing;

public sealed class PlainEmojiTests
{
    [Theory]
    [InlineData("<text x=\"1\">ada, 質問, שלום, e\u0301</text>", "<text x=\"1\">ada, 質問, שלום, e\u0301</text>")]
    [InlineData("🌸", "🌸\ufe0e")]
    [InlineData("❤️", "❤\ufe0e")]
    [InlineData("a 👩🏽‍💻 b", "a 👩\ufe0e b")]
    [InlineData("🇩🇪", "🇩\ufe0e🇪\ufe0e")]
    public void Emoji_become_what_an_outline_font_can_draw(string text, string expected) => Assert.Equal(expected, PlainEmoji.In(text));
}
