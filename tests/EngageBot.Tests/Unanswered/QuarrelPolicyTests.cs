using EngageBot.Unanswered;
using EngageBot.Unanswered.Kinds;

namespace EngageBot.Tests.Unanswered;

public sealed class QuarrelPolicyTests
{
    /// <summary>Lines around a post of a's, by their authors; "!" is a sharp one, "*" an insult.</summary>
    [Theory]
    [InlineData("a! b! a", true)]
    [InlineData("a b! a!", true)]
    [InlineData("b! a! b!", true)]
    [InlineData("a b a* b", true)] // An insult, and they go on.
    [InlineData("b* a b a", true)]
    [InlineData("a! c b! c a", true)] // Others talk in between.
    [InlineData("a! b!", false)] // No turn and turn about.
    [InlineData("a! b a b a", false)] // One of them is sharp, with the thing perhaps.
    [InlineData("b* a b", false)]
    [InlineData("a b a b a b", false)]
    [InlineData("b! c! b! c! a", false)] // The quarrel of others.
    [InlineData("b* c* a c* b*", false)]
    [InlineData("a! a! a*", false)] // Alone.
    [InlineData("a", false)]
    [InlineData("", false)]
    public void Two_who_take_turns_with_sharp_words_quarrel(string talk, bool isRunning) => Assert.Equal(isRunning, QuarrelPolicy.IsRunning(
        [.. talk.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(line => new TalkTurn(line[0], line.EndsWith('*'), line.Length > 1))], author: 'a'));

    [Theory]
    [InlineData("that is nonsense and you know it", true)]
    [InlineData("are you kidding me?", true)]
    [InlineData("stop it!!", true)]
    [InlineData("das ist doch Quatsch", true)]
    [InlineData("no digas tonterías", true)]
    [InlineData("n'importe quoi", true)]
    [InlineData("que besteira", true)]
    [InlineData("ふざけるな", true)]
    [InlineData("what is wrong with the driver?", false)]
    [InlineData("how do I stop the service?", false)]
    [InlineData("thank you!", false)]
    public void Sharp_words_are_known_in_the_languages_of_the_texts(string text, bool areSharp) => Assert.Equal(areSharp, SharpWords.Are(text));
}
