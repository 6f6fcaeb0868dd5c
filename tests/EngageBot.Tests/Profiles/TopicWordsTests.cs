using EngageBot.Chat.Words;
using EngageBot.Profiles;

namespace EngageBot.Tests.Profiles;

public sealed class TopicWordsTests
{
    [Theory]
    [InlineData("What about the Printer driver?", "printer driver")]
    [InlineData("printer PRINTER printer", "printer")]
    [InlineData("is it 42 or so?", "")]
    [InlineData("<@1234> look, apt-get broke :)", "look apt-get broke")]
    public void Words_that_may_tell_something_are_read_once(string text, string words) =>
        Assert.Equal(words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => WordHash.Of(word)), Read(text));

    [Theory]
    [InlineData("https://www.example.org/a/b?c=d"), InlineData("http://Example.org"), InlineData("see https://example.org:8080/x.")]
    public void Of_a_link_the_site_counts(string text) => Assert.Contains(TopicWords.OfSite("example.org"), Read(text));

    [Fact]
    public void A_long_text_is_read_from_its_beginning()
    {
        var text = string.Join(' ', Enumerable.Range(0, 100).Select(number => $"word{number}x"));
        Assert.Equal(Enumerable.Range(0, TopicWords.Most).Select(number => WordHash.Of($"word{number}x")), Read(text));
    }

    private static uint[] Read(string text)
    {
        var words = new uint[TopicWords.Most];
        return words[..TopicWords.Read(text, words)];
    }
}
