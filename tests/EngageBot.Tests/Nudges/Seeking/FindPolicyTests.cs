using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Nudges.Seeking;
using EngageBot.Unanswered;

namespace EngageBot.Tests.Nudges.Seeking;

/// <summary>What is told to a member who wants somebody to be found.</summary>
public sealed class FindPolicyTests
{
    private static readonly PostState Open = new(PostKind.Question, IsPost: true, AnsweredAt: null, IsSettled: false);

    private static readonly FindFacts Usual = new() { State = Open, CanAsk = true, Step = PublicStep.Board };

    private static readonly Dictionary<string, FindFacts> Cases = new()
    {
        ["somebody can be asked"] = Usual,
        ["somebody replied"] = Usual with { State = Open with { AnsweredAt = 5 } },
        ["settled"] = Usual with { State = Open with { IsSettled = true } },
        ["chat"] = Usual with { State = Open with { Kind = PostKind.Chat } },
        ["signs of a crisis"] = Usual with { State = Open with { Kind = PostKind.Crisis } },
        ["its author is gone"] = Usual with { State = Open with { IsLeftAlone = true } },
        ["old"] = Usual with { IsOld = true },
        ["one was asked"] = Usual with { Asked = 1, IsBegun = true },
        ["two were asked, and one will reply"] = Usual with { Asked = 2, IsBegun = true, IsClaimed = true },
        ["eyes"] = Usual with { IsClaimed = true },
        ["on the board"] = Usual with { IsBegun = true },
        ["no words"] = Usual with { IsWorth = false },
        ["the bot observes"] = Usual with { IsLive = false, CanAsk = false, Step = null },
        ["pressed too often"] = Usual with { MaySeek = false },
        ["pressed too often, and nobody to ask"] = Usual with { MaySeek = false, CanAsk = false },
        ["pressed too often, and nothing can be done"] = Usual with { MaySeek = false, CanAsk = false, Step = null },
        ["nobody to ask"] = Usual with { CanAsk = false },
        ["nobody to ask, in a forum"] = Usual with { CanAsk = false, Step = PublicStep.Tag },
        ["nobody to ask, by replies"] = Usual with { CanAsk = false, Step = PublicStep.Reply },
        ["nobody to ask and no board"] = Usual with { CanAsk = false, Step = null },
        ["somebody to ask and no board"] = Usual with { Step = null },
    };

    [Theory]
    [InlineData("somebody can be asked", nameof(FindAnswer.Asks), true)]
    [InlineData("somebody replied", nameof(FindAnswer.Replied), false)]
    [InlineData("settled", nameof(FindAnswer.Settled), false)]
    [InlineData("chat", nameof(FindAnswer.AsksNothing), false)]
    [InlineData("signs of a crisis", nameof(FindAnswer.AsksNothing), false)]
    [InlineData("its author is gone", nameof(FindAnswer.AsksNothing), false)]
    [InlineData("old", nameof(FindAnswer.Old), false)]
    [InlineData("one was asked", nameof(FindAnswer.OneAsked), false)]
    [InlineData("two were asked, and one will reply", nameof(FindAnswer.SomeAsked), false)]
    [InlineData("eyes", nameof(FindAnswer.Claimed), false)]
    [InlineData("on the board", nameof(FindAnswer.Shown), false)]
    [InlineData("no words", nameof(FindAnswer.LeftAlone), false)]
    [InlineData("the bot observes", nameof(FindAnswer.Would), false)]
    [InlineData("pressed too often", nameof(FindAnswer.Enough), false)]
    [InlineData("pressed too often, and nobody to ask", nameof(FindAnswer.Enough), false)]
    [InlineData("pressed too often, and nothing can be done", nameof(FindAnswer.Nobody), false)]
    [InlineData("nobody to ask", nameof(FindAnswer.GoesToBoard), true)]
    [InlineData("nobody to ask, in a forum", nameof(FindAnswer.IsShown), true)]
    [InlineData("nobody to ask, by replies", nameof(FindAnswer.IsShown), true)]
    [InlineData("nobody to ask and no board", nameof(FindAnswer.Nobody), false)]
    [InlineData("somebody to ask and no board", nameof(FindAnswer.Asks), true)]
    public void Each_situation_has_its_answer(string situation, string answer, bool begins)
    {
        var given = FindPolicy.Decide(Cases[situation]);
        Assert.Equal((answer, begins), (given.ToString(), FindPolicy.Begins(given)));
    }
}
