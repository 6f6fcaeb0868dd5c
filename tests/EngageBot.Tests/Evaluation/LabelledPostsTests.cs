using EngageBot.Chat;
using EngageBot.Evaluation.Irc;
using EngageBot.TestKit;

namespace EngageBot.Tests.Evaluation;

public sealed class LabelledPostsTests
{
    [Theory]
    [InlineData("3 7 -"), InlineData("7 3 - "), InlineData("  7\t3 -")]
    public void The_later_of_two_lines_answers_the_earlier_whichever_is_named_first(string line)
    {
        var annotations = Annotations.Parse([line.Replace('\t', ' ')]);
        Assert.Equal([3], annotations.ParentsOf(7));
        Assert.False(annotations.Has(3));
    }

    [Fact]
    public void A_line_that_answers_itself_starts_a_conversation()
    {
        var annotations = Annotations.Parse(["5 5 -", "6 6 -", "5 6 -"]);
        Assert.True(annotations.Starts(5));
        Assert.False(annotations.Starts(6));
        Assert.False(annotations.Starts(4));
    }

    [Fact]
    public void Who_replies_to_a_post_or_to_its_authors_next_lines_answers_it()
    {
        MessageCreated?[] lines =
        [
            A.Message("how?").By("ada").Build(), A.Message("it is red").By("ada").Build(), A.Message("joined").By("eve").With(MessageTraits.System).Build(),
            A.Message("turn it").By("bob").Build(), A.Message("thanks").By("ada").Build(), A.Message("no!").By("kim").Build(), null,
            A.Message("that was to bob").By("lee").Build(),
        ];
        var annotations = Annotations.Parse(["0 0 -", "0 1 -", "0 2 -", "1 3 -", "3 4 -", "1 5 -", "3 7 -"]);
        Assert.Equal(["bob", "kim"], LabelledPosts.Answerers(0, annotations, lines).Select(member => member.Value));
    }
}
