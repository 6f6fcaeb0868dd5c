using EngageBot.Discord.Gateway;

namespace EngageBot.Tests.Discord.Gateway;

public sealed class CloseCodeTests
{
    [Theory]
    [InlineData(4000, CloseConsequence.Resume)]
    [InlineData(4001, CloseConsequence.Resume)]
    [InlineData(4002, CloseConsequence.Resume)]
    [InlineData(4003, CloseConsequence.Resume)]
    [InlineData(4004, CloseConsequence.Stop)]
    [InlineData(4005, CloseConsequence.Resume)]
    [InlineData(4007, CloseConsequence.Identify)]
    [InlineData(4008, CloseConsequence.Resume)]
    [InlineData(4009, CloseConsequence.Identify)]
    [InlineData(4010, CloseConsequence.Stop)]
    [InlineData(4011, CloseConsequence.Stop)]
    [InlineData(4012, CloseConsequence.Stop)]
    [InlineData(4013, CloseConsequence.Stop)]
    [InlineData(4014, CloseConsequence.Stop)]
    [InlineData(1000, CloseConsequence.Resume)]
    [InlineData(1006, CloseConsequence.Resume)]
    [InlineData(4999, CloseConsequence.Resume)]
    [InlineData(null, CloseConsequence.Resume)]
    public void Only_what_trying_again_cannot_change_is_fatal(int? number, CloseConsequence consequence) =>
        Assert.Equal(consequence, CloseCode.Of(number).Consequence);

    [Fact]
    public void Every_code_has_a_sentence() => Assert.All(CloseCode.All, code => Assert.EndsWith(".", code.Explanation, StringComparison.Ordinal));
}
