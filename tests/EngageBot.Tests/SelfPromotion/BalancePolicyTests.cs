using EngageBot.SelfPromotion;

namespace EngageBot.Tests.SelfPromotion;

public sealed class BalancePolicyTests
{
    /// <summary>Replies as person: text, with bars between them; how many people are answered.</summary>
    [Theory]
    [InlineData("1: use the other cable | 2: restart it first | 3: which version is it?", 3)]
    [InlineData("1: use the other cable | 1: and then restart it", 1)] // Different people.
    [InlineData("1: hello! | 2: great work!! | 3: thanks 🙏 | 4: 👍", 0)]
    [InlineData("1: nice, use the other cable | 2: hi, it is in the menu", 2)]
    [InlineData("1: restart it | 2: Restart it | 3: restart it ", 1)] // The same again.
    [InlineData("1: have you read the manual on the page about cables | 2: have you read the manual on the page about cables yet | 3: cables", 2)]
    [InlineData("1: - | 2: -", 2)] // Not kept any more.
    [InlineData("1: yes | 2: no", 2)]
    [InlineData("", 0)]
    public void Who_is_answered_counts_once_and_only_with_something_of_its_own(string replies, int people) => Assert.Equal(people, BalancePolicy.Answered(
        replies.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(reply => reply.Split(':', 2)).Select(reply => new GivenReply(
            long.Parse(reply[0], System.Globalization.CultureInfo.InvariantCulture), reply[1].Trim() == "-" ? null : reply[1])), []));

    [Fact]
    public void Whose_work_somebody_passed_on_counts_once_with_those_he_answered() => Assert.Equal(3, BalancePolicy.Answered([new GivenReply(1, "use the blue one"), new GivenReply(2, "hi")], [1, 4, 5]));
}
