using EngageBot.Privacy;

namespace EngageBot.Tests.Privacy;

public sealed class UnnamingTests
{
    [Theory]
    [InlineData("thanks <@U1>!", "thanks @someone!")]
    [InlineData("<@!U1> <@U1|ada> <@U12>", "@someone @someone <@U12>")]
    [InlineData("@Will, will you?", "@someone, will you?")]
    [InlineData("ask Will or Willy, Will.", "ask someone or Willy, someone.")]
    [InlineData("@WILL @will_x", "@someone @someone_x")]
    [InlineData("<@U1 is left open", "<@someone is left open")]
    [InlineData("", "")]
    public void A_name_becomes_someone_and_other_words_stay(string written, string unnamed) => Assert.Equal(unnamed, Unnaming.Of(written, "U1", "Will"));

    [Theory]
    [InlineData("田中さん、ありがとう", "田中太", "田中さん、ありがとう")]
    [InlineData("田中太さん、ありがとう", "田中太", "someoneさん、ありがとう")]
    [InlineData("Al is here, said @al", "Al", "Al is here, said @someone")]
    [InlineData("nobody", null, "nobody")]
    public void A_name_without_an_end_and_a_short_one_are_taken_with_care(string written, string? name, string unnamed) => Assert.Equal(unnamed, Unnaming.Of(written, "U1", name));
}
