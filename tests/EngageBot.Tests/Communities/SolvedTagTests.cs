using EngageBot.Communities;

namespace EngageBot.Tests.Communities;

public sealed class SolvedTagTests
{
    [Theory]
    [InlineData("solved", true)]
    [InlineData("✅ Solved!", true)]
    [InlineData("[ANSWERED]", true)]
    [InlineData("Gelöst", true)]
    [InlineData("résolu", true)]
    [InlineData("Resuelto ✔", true)]
    [InlineData("resolvida", true)]
    [InlineData("解決済み", true)]
    [InlineData("Fertig", true)] // By their own choice.
    [InlineData("unsolved", false)]
    [InlineData("not solved", false)]
    [InlineData("needs an answer", false)]
    [InlineData("solved?! maybe", false)]
    [InlineData("✅", false)]
    [InlineData("", false)]
    public void A_tag_says_that_a_post_is_answered_by_its_words_alone(string tag, bool isSolved) =>
        Assert.Equal(isSolved, new CommunityRules { SolvedTags = ["🏁 fertig"] }.MarksSolved(tag));

    [Fact]
    public void A_name_without_a_word_is_refused() =>
        Assert.Contains("solvedTags", RulesValidator.Problem(new CommunityRules { SolvedTags = ["✅"] }), StringComparison.Ordinal);
}
