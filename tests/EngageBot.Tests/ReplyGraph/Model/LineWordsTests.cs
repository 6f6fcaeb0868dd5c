using EngageBot.Chat.Words;
using EngageBot.ReplyGraph.Model;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.ReplyGraph.Model;

public sealed class LineWordsTests
{
    [Theory]
    [InlineData("does that work?", LineSigns.EndsAsking | LineSigns.Asks | LineSigns.OpensWithVerb)]
    [InlineData("why? it did before", LineSigns.Asks | LineSigns.OpensWithQuestionWord)]
    [InlineData("(is it there?)", LineSigns.EndsAsking | LineSigns.Asks | LineSigns.OpensWithVerb)]
    [InlineData("どうして？", LineSigns.EndsAsking | LineSigns.Asks)]
    [InlineData("كيف؟", LineSigns.EndsAsking | LineSigns.Asks)]
    [InlineData("warum klemmt der Drucker", LineSigns.OpensWithQuestionWord)]
    [InlineData("dónde lo guarda", LineSigns.OpensWithQuestionWord)]
    [InlineData("pourquoi pas", LineSigns.OpensWithQuestionWord)]
    [InlineData("hello there", LineSigns.Greets)]
    [InlineData("hola amigos", LineSigns.Greets)]
    [InlineData("bonjour tout le monde", LineSigns.Greets)]
    [InlineData("there, hello", LineSigns.PointsBack | LineSigns.SetsOff)]
    [InlineData("many thanks", LineSigns.Thanks)]
    [InlineData("vielen Danke", LineSigns.Thanks)]
    [InlineData("muito obrigado", LineSigns.Thanks)]
    [InlineData("yep", LineSigns.Affirms)]
    [InlineData("genau so", LineSigns.Affirms)]
    [InlineData("nope", LineSigns.Denies)]
    [InlineData("nein danke", LineSigns.Denies | LineSigns.Thanks)]
    [InlineData("aber morgen", LineSigns.GoesOn)]
    [InlineData("perdón", LineSigns.Apologises)]
    [InlineData("weiß jemand Rat", LineSigns.AddressesAll)]
    [InlineData("here i am", LineSigns.SaysI)]
    [InlineData("für dich", LineSigns.SaysYou)]
    [InlineData("try the other", LineSigns.Advises)]
    [InlineData("haha", LineSigns.Laughs)]
    [InlineData("something fails", LineSigns.Troubled)]
    [InlineData("there's a Fehler", LineSigns.Troubled)]
    [InlineData("see https://example.org/a", LineSigns.Advises | LineSigns.HasLink)]
    [InlineData("version 42", LineSigns.HasNumber)]
    [InlineData("version 4th", LineSigns.None)]
    [InlineData("wait..", LineSigns.TrailsOff)]
    [InlineData("wait…", LineSigns.TrailsOff)]
    [InlineData("wait!", LineSigns.Exclaims)]
    [InlineData("fine :D", LineSigns.Smiles)]
    [InlineData(":) fine", LineSigns.Smiles)]
    [InlineData("fine 😀", LineSigns.Smiles)]
    [InlineData("fine <:wave:12>", LineSigns.Smiles)]
    [InlineData("fine :x", LineSigns.None)]
    [InlineData("Fine", LineSigns.Capital)]
    [InlineData("!weather", LineSigns.Commands | LineSigns.Exclaims)]
    [InlineData("nvm", LineSigns.Commands)]
    [InlineData("! weather", LineSigns.Exclaims)]
    [InlineData("*printer", LineSigns.Corrects)]
    [InlineData("s/printr/printer", LineSigns.Corrects)]
    [InlineData("ada: fine", LineSigns.SetsOff)]
    [InlineData("ada : fine", LineSigns.SetsOff)]
    [InlineData("https://example.org/a: fine", LineSigns.HasLink)]
    public void A_line_has_the_signs_of_its_words(string text, object signs) => Assert.Equal(signs, LineWords.Read(text, addresses: false).Signs);

    [Theory]
    [InlineData("ada: yes it does", true, "yes it does")]
    [InlineData("ada: yes it does", false, "ada yes it does")]
    [InlineData("ada, yes", true, "yes")]
    [InlineData("ada : yes", true, "yes")]
    [InlineData("yes ada", true, "yes ada")]
    [InlineData("ada:", true, "")]
    [InlineData("<@12> yes", true, "yes")]
    public void A_name_set_off_is_dropped_where_somebody_is_mentioned(string text, bool addresses, string words) =>
        Assert.Equal(words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => WordHash.Of(word)), LineWords.Read(text, addresses).Words);

    [Fact]
    public void What_opens_a_line_is_what_follows_the_name()
    {
        Assert.True(LineWords.Read("ada: yes", addresses: true).Has(LineSigns.Affirms));
        Assert.False(LineWords.Read("ada: yes", addresses: false).Has(LineSigns.Affirms));
    }

    [Theory, InlineData(null), InlineData(""), InlineData(" \n\t ")]
    public void Without_text_there_is_nothing(string? text) => Assert.Same(LineWords.None, LineWords.Read(text, addresses: true));

    [Fact]
    public void Each_word_is_kept_once_and_counted_each_time()
    {
        var words = LineWords.Read(" no No 12 no ", addresses: false);

        Assert.Equal([WordHash.Of("no"), WordHash.Of("12")], words.Words);
        Assert.Equal((4, 11), (words.Count, words.Length));
    }

    [Fact]
    public void Of_a_long_line_the_first_words_are_kept()
    {
        var words = LineWords.Read(string.Join(' ', Enumerable.Range(0, 2_000)), addresses: false);

        Assert.Equal(Enumerable.Range(0, 40).Select(number => WordHash.Of($"{number}")), words.Words);
        Assert.Equal(120, words.Count);
    }

    [Theory]
    [InlineData('a'), InlineData('?'), InlineData(':'), InlineData(','), InlineData('<'), InlineData('*'), InlineData('!'), InlineData('\0'), InlineData('教')]
    [InlineData(0xD83D), InlineData(0xDE00), InlineData(0x202E), InlineData(0x0301)]
    public void No_text_is_too_much(int character)
    {
        foreach (var length in (int[])[1, 2, 3, 10_000])
        {
            Check(new string((char)character, length));
            Check(string.Concat(Enumerable.Repeat((char)character + " ", length)));
            Check("x " + (char)character + ' ' + new string((char)character, length));
        }
    }

    [Fact]
    public void Any_text_is_read() => Prop.ForAll<string?>(Check).QuickCheckThrowOnFailure();

    private static void Check(string? text)
    {
        foreach (var addresses in (bool[])[true, false])
        {
            var words = LineWords.Read(text, addresses);
            Assert.InRange(words.Words.Length, 0, 40);
            Assert.Equal(words.Words.Distinct(), words.Words);
            Assert.InRange(words.Count, 0, 120);
            Assert.InRange(words.Length, 0, text?.Length ?? 0);
        }
    }
}
