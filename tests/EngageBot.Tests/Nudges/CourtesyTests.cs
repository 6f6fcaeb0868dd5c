using EngageBot.Nudges;

namespace EngageBot.Tests.Nudges;

public sealed class CourtesyTests
{
    [Theory]
    [InlineData("hello", true)]
    [InlineData("Welcome to the server!", true)]
    [InlineData("wow, this is really great work", true)]
    [InlineData("I love this ❤", true)]
    [InlineData("congrats!!", true)]
    [InlineData("👍", true)]
    [InlineData("", true)]
    [InlineData("Vielen Dank!", true)]
    [InlineData("sieht super aus", true)]
    [InlineData("¡muchas gracias!", true)]
    [InlineData("très beau travail, bravo", true)]
    [InlineData("parabéns, ficou lindo", true)]
    [InlineData("ありがとうございます！", true)]
    [InlineData("すごいですね", true)]
    [InlineData("great, but use hdmi", false)]
    [InlineData("thanks, I will try the blue one", false)]
    [InlineData("that is it", false)]
    [InlineData("yes", false)]
    [InlineData("42", false)]
    [InlineData("good question: see https://docs.example/a", false)]
    [InlineData("ケーブルを替えてください", false)]
    [InlineData("ありがとう、再起動してみて", false)]
    public void A_greeting_thanks_or_bare_praise_is_nothing_more(string text, bool isAll) => Assert.Equal(isAll, Courtesy.IsAll(text));
}
