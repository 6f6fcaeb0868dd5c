using System.Buffers;
using System.Globalization;
using System.Text;

namespace EngageBot.Chat.Words;

/// <summary>
/// The parts of a text one after another, without a copy: <c>foreach</c> over it gives the reader itself, with <see cref="Word"/> and <see cref="Kind"/>.
/// Scripts that put no spaces between words come as pairs of neighbouring characters.
/// </summary>
internal ref struct WordReader(ReadOnlySpan<char> text)
{
    /// <summary>A longer word is cut: it is no word.</summary>
    private const int Longest = 40;

    private static readonly SearchValues<char> LinkEnds = SearchValues.Create(" \t\r\n<>|\"");

    private readonly ReadOnlySpan<char> _text = text;
    private int _next;

    /// <summary>As it is written, in capitals or not.</summary>
    public ReadOnlySpan<char> Word { get; private set; }

    public WordKind Kind { get; private set; }

    /// <summary>Where the word begins in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Where the word ends in the text.</summary>
    public readonly int End => Start + Word.Length;

    public readonly WordReader Current => this;

    public readonly WordReader GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_next < _text.Length)
        {
            var length = At(_text[_next..], out var kind, out var step);
            Start = _next;
            _next += step;
            if (length > 0)
            {
                Word = _text.Slice(Start, length);
                Kind = kind;
                return true;
            }
        }

        return false;
    }

    private static int At(ReadOnlySpan<char> rest, out WordKind kind, out int step)
    {
        kind = WordKind.Word;
        var first = rest[0];
        var length = first is '<' ? Marked(rest, out kind)
            : char.IsLetterOrDigit(first) ? Lettered(rest, out kind)
            : char.IsHighSurrogate(first) && rest.Length > 1 ? Pictured(rest, out kind)
            : 0;
        step = length == 2 && kind == WordKind.Word && IsUnspaced(first) && IsUnspaced(rest[1]) ? 1 : Math.Max(1, length);
        length = Math.Min(length, kind == WordKind.Link ? int.MaxValue : Longest);
        return length;
    }

    /// <summary>Discord's and Slack's marks: <c>&lt;@1&gt;</c>, <c>&lt;#1&gt;</c>, <c>&lt;:name:1&gt;</c>.</summary>
    private static int Marked(ReadOnlySpan<char> rest, out WordKind kind)
    {
        kind = WordKind.Mention;
        var end = rest[..Math.Min(rest.Length, 100)].IndexOf('>');
        if (end < 3 || rest[..end].ContainsAny(' ', '\n'))
        {
            return 0;
        }

        kind = rest[1] == ':' || rest[1..].StartsWith("a:") ? WordKind.Emoji : WordKind.Mention;
        return rest[1] is '@' or '#' or '!' || kind == WordKind.Emoji ? end + 1 : 0;
    }

    private static int Lettered(ReadOnlySpan<char> rest, out WordKind kind)
    {
        kind = WordKind.Word;
        if (IsUnspaced(rest[0]))
        {
            return rest.Length > 1 && IsUnspaced(rest[1]) ? 2 : 1;
        }

        if (rest.StartsWith("http", StringComparison.OrdinalIgnoreCase) && LinkLength(rest) is > 0 and var link)
        {
            kind = WordKind.Link;
            return link;
        }

        var length = 1;
        while (length < rest.Length && (IsInner(rest[length]) || IsJoint(rest, length)))
        {
            length++;
        }

        if (rest[..length].IndexOfAnyExceptInRange('0', '9') < 0)
        {
            kind = WordKind.Number;
        }

        return length;
    }

    private static int LinkLength(ReadOnlySpan<char> rest)
    {
        var scheme = rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8 : 0;
        if (scheme == 0)
        {
            return 0;
        }

        var end = rest.IndexOfAny(LinkEnds);
        var link = (end < 0 ? rest : rest[..end]).TrimEnd(".,;:!?)]'");
        return link.Length > scheme ? link.Length : 0;
    }

    private static int Pictured(ReadOnlySpan<char> rest, out WordKind kind)
    {
        var isLetter = Rune.DecodeFromUtf16(rest, out var rune, out var length) == OperationStatus.Done && Rune.IsLetterOrDigit(rune);
        kind = isLetter ? WordKind.Word : WordKind.Emoji;
        return length;
    }

    private static bool IsInner(char character) => char.IsLetterOrDigit(character) ? !IsUnspaced(character) : char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;

    /// <summary>A sign that holds a word together: can't, apt-get, xorg.conf, c++.</summary>
    private static bool IsJoint(ReadOnlySpan<char> rest, int at) => rest[at] switch
    {
        '\'' or '’' or '-' or '_' or '.' => at + 1 < rest.Length && IsInner(rest[at + 1]),
        '+' or '#' => at == 1 || (at == 2 && rest[1] == '+'),
        _ => false,
    };

    /// <summary>Han, kana, Thai: words are not parted by spaces.</summary>
    private static bool IsUnspaced(char character) => character is >= '\u0E00' and <= '\u0EFF' or >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF';
}
