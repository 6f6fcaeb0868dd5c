using EngageBot.Nudges;

namespace EngageBot.Tests.Nudges;

public sealed class OwnTopicsTests
{
    [Theory]
    [InlineData("printers, Rust", "My Printer does not print", "printer")]
    [InlineData("printers, Rust", "rust on the PRINTERS", "rust, printers")]
    [InlineData("Drucker", "Wie reinige ich die Druckern?", "druckern")]
    [InlineData("プリンター、Linux", "linux でプリンター", "linux, プリ")]
    [InlineData("plan", "the plane is late", "")]
    [InlineData("the best of it", "is it the one?", "")]
    [InlineData(null, "how do I open it?", "")]
    [InlineData("printers", "", "")]
    public void The_words_of_a_post_that_somebody_named(string? topics, string post, string words) => Assert.Equal(words, string.Join(", ", OwnTopics.In(topics, post)));
}
