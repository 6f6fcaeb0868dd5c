using System.Text;
using System.Text.RegularExpressions;
using EngageBot.Chat;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Chat;

public sealed class ChatTextTests
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData(@"a\u0000b", "a\uFFFDb")]
    [InlineData(@"\u0000", "\uFFFD")]
    [InlineData(@"lone \uD800 high", "lone \uFFFD high")]
    [InlineData(@"lone \uDC00 low", "lone \uFFFD low")]
    [InlineData(@"end \uD83D", "end \uFFFD")]
    [InlineData(@"\uD83D\uD83D\uDE00", "\uFFFD😀")]
    [InlineData("😀 stays", "😀 stays")]
    public void NUL_and_lone_surrogates_become_the_replacement_character(string escaped, string clean) =>
        Assert.Equal(clean, ChatText.Clean(Regex.Unescape(escaped))); // Attributes are stored as UTF-8, which has no lone surrogates.

    [Fact]
    public void Good_text_is_not_copied()
    {
        var text = new string("hello 😀".AsSpan());
        Assert.Same(text, ChatText.Clean(text));
    }

    [Fact]
    public void Whatever_comes_in_can_be_encoded_keeps_its_length_and_is_cleaned_once_for_all()
    {
        var hostile = Gen.Choose(0, char.MaxValue).Select(code => code % 3 == 0 ? (char)(0xD800 + (code % 0x800)) : (char)(code % 0x500)).ArrayOf().Select(characters => new string(characters));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(hostile.ToArbitrary(), text =>
        {
            var clean = ChatText.Clean(text);
            Strict.GetBytes(clean);
            return clean.Length == text.Length && !clean.Contains('\0', StringComparison.Ordinal) && ChatText.Clean(clean) == clean;
        }));
    }
}
