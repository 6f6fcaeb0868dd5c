using EngageBot.Chat.Words;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Chat;

public sealed class WordReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  ?! ", "")]
    [InlineData("How do I mount it?", "How do I mount it")]
    [InlineData("can't apt-get xorg.conf. c++ c#", "can't apt-get xorg.conf c++ c#")]
    [InlineData("/etc/fstab line 12", "etc fstab line 12")]
    [InlineData("<@123> look: https://a.example/x?y=1).", "<@123> look https://a.example/x?y=1")]
    [InlineData("<:wave:12> hi 😀", "<:wave:12> hi 😀")]
    [InlineData("教えて", "教え えて て")]
    [InlineData("schön für dich", "schön für dich")]
    [InlineData("a < b", "a b")]
    public void A_text_is_read_in_words(string text, string words)
    {
        List<string> found = [];
        foreach (var part in new WordReader(text))
        {
            found.Add(part.Word.ToString());
            Assert.Equal(text[part.Start..part.End], part.Word.ToString());
        }

        Assert.Equal(words, string.Join(' ', found));
    }

    [Theory]
    [InlineData("word", WordKind.Word)]
    [InlineData("42", WordKind.Number)]
    [InlineData("4th", WordKind.Word)]
    [InlineData("https://example.org", WordKind.Link)]
    [InlineData("https", WordKind.Word)]
    [InlineData("<#77>", WordKind.Mention)]
    [InlineData("<a:dance:77>", WordKind.Emoji)]
    [InlineData("🎉", WordKind.Emoji)]
    public void Each_part_is_of_a_kind(string text, object kind)
    {
        var reader = new WordReader(text);

        Assert.True(reader.MoveNext());
        Assert.Equal(kind, reader.Kind);
        Assert.False(reader.MoveNext());
    }

    [Fact]
    public void A_word_has_one_number_in_capitals_or_not()
    {
        Assert.Equal(WordHash.Of("Straße"), WordHash.Of("straße"));
        Assert.Equal(WordHash.Of("CAN’T"), WordHash.Of("can't"));
        Assert.NotEqual(WordHash.Of("ab"), WordHash.Of("ba"));
        Assert.NotEqual(WordHash.Pair(1, 2), WordHash.Pair(2, 1));
    }

    [Theory]
    [InlineData("ubuntu", 2_320_366_187u)]
    public void A_words_number_never_changes(string word, uint hash) => Assert.Equal(hash, WordHash.Of(word));

    [Fact]
    public void Any_text_is_read_to_its_end() => Prop.ForAll<string?>(text =>
    {
        var last = -1;
        foreach (var part in new WordReader(text))
        {
            Assert.True(part.Start > last && !part.Word.IsEmpty && part.End <= text!.Length);
            last = part.Start;
        }
    }).QuickCheckThrowOnFailure();
}
