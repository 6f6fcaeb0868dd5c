using System.Text.RegularExpressions;
using EngageBot.Chat;
using EngageBot.Nudges;

namespace EngageBot.Tips;

/// <summary>Reads the shape of a post off its words, in whatever language: marks and lengths first, words of a few languages where they tell more.</summary>
internal static partial class ShapeReader
{
    /// <summary>A longer text is judged by its beginning.</summary>
    private const int Judged = 4_000;

    /// <summary>Words beside a link that say what it is about.</summary>
    private const int FewWords = 4;

    /// <summary>Letters beside it, of scripts that do not part their words.</summary>
    private const int FewLetters = 6;

    /// <summary>Characters of several sentences; of Han and kana, which say more with each.</summary>
    private const int SeveralSentences = 220;
    private const int SeveralUnparted = 70;

    /// <summary>Lines; one or two are quoted in passing.</summary>
    private const int FewestBareLines = 3;

    private const int Wait = 200;

    public static PostShape Read(string text, PostKind kind, MessageTraits traits)
    {
        var words = text.Length > Judged ? text[..Judged] : text;
        try
        {
            return Of(words, text.Length, kind, (traits & (MessageTraits.HasAttachments | MessageTraits.Forwarded)) != MessageTraits.None);
        }
        catch (RegexMatchTimeoutException)
        {
            return new PostShape { Kind = kind }; // Nothing is said about what could not be read.
        }
    }

    private static PostShape Of(string text, int length, PostKind kind, bool hasMore)
    {
        var plain = Code().Replace(text, " ");
        var hasCode = plain.Length != text.Length;
        var spoken = Link().Replace(plain, " ");
        var hasLink = spoken.Length != plain.Length;
        var unparted = spoken.Count(IsUnparted);
        return new PostShape
        {
            Kind = kind,
            HasSubstance = hasMore || hasCode || Substance.IsIn(plain),
            IsOnlyALink = hasLink && !hasMore && !hasCode && unparted < FewLetters && Word().Count(spoken) < FewWords,
            Questions = Asked().Count(spoken),
            HasContext = hasMore || hasCode || hasLink || spoken.Length >= SeveralSentences || unparted >= SeveralUnparted || Context().IsMatch(spoken),
            HasBareCode = BareCode().Count(plain) >= FewestBareLines,
            Length = length - (text.Length - plain.Length),
        };
    }

    private static bool IsUnparted(char letter) => letter is (>= '\u0e00' and <= '\u0eff') or (>= '\u3040' and <= '\u9fff') or (>= '\uac00' and <= '\ud7af');

    [GeneratedRegex("```.*?(```|$)|`[^`\n]+`", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Wait)]
    private static partial Regex Code();

    [GeneratedRegex(@"<?https?://\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Wait)]
    private static partial Regex Link();

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.CultureInvariant, Wait)]
    private static partial Regex Word();

    [GeneratedRegex(@"[?？؟][?？؟!！]*", RegexOptions.CultureInvariant, Wait)]
    private static partial Regex Asked();

    /// <summary>What was tried, what was expected, what a program said, and which version that was.</summary>
    [GeneratedRegex(
        @"\b(tried|trying|expect(ed)?|instead|errors?|exception|fails?|failed|version|versucht|probiert|erwartet|stattdessen|fehler\w*|probé|intent(é|ado|aba|ar|amos)|esperaba|en vez|versión|essay[eé]\w*|attendais|erreurs?|tent(ei|ando|amos|ar)|esperava|erros?|versão)\b"
        + @"|試し|エラー|期待|バージョン|\b[vV]?\d+\.\d+",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        Wait)]
    private static partial Regex Context();

    /// <summary>Lines that no person speaks: braces and semicolons of code at their ends, calls, steps of a stack, levels of a log.</summary>
    [GeneratedRegex(
        @"^[ \t]*(\S[^\n]*([{}]|[)\]""'] ?;|=[^\n]+;)|[{}\])]+[;,]?|at [\w.$<>]+\([^\n]*|File ""[^\n]*|Traceback [^\n]*|(import|using|def|class|return|#include|\$) ?\S[^\n]*|[\w.\[\]]+ ?\([^\n]*\)|(\[|\d{4}-\d\d-\d\d)[^\n]*\b(ERROR|WARN(ING)?|INFO|DEBUG|FATAL)\b[^\n]*|[\w.]+(Error|Exception):[^\n]*)\r?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        Wait)]
    private static partial Regex BareCode();
}
