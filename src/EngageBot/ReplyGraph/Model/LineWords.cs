using EngageBot.Chat.Words;

namespace EngageBot.ReplyGraph.Model;

/// <summary>What the reply model keeps of a line's text: its different words as numbers, its signs and its length; never the text itself.</summary>
internal sealed class LineWords
{
    /// <summary>Later words of a long line are not looked at.</summary>
    private const int Most = 40;

    private const int MostRead = 120;

    public static readonly LineWords None = new([], LineSigns.None, 0, 0);

    private LineWords(uint[] words, LineSigns signs, int length, int count)
    {
        Words = words;
        Signs = signs;
        Length = length;
        Count = count;
    }

    /// <summary>The words by their <see cref="WordHash"/>, each once, in the order of the text.</summary>
    public uint[] Words { get; }

    public LineSigns Signs { get; }

    /// <summary>Characters.</summary>
    public int Length { get; }

    /// <summary>Words, repeated ones too.</summary>
    public int Count { get; }

    /// <summary>The sum of the squared weights of the words, once it was asked for; -1 before.</summary>
    public float Norm { get; set; } = -1;

    public bool Has(LineSigns sign) => (Signs & sign) != LineSigns.None;

    /// <param name="text">Null: of someone who opted out, or gone.</param>
    /// <param name="addresses">The line mentions somebody: a word set off at its beginning is a name.</param>
    public static LineWords Read(ReadOnlySpan<char> text, bool addresses)
    {
        text = text.Trim();
        if (text.IsEmpty)
        {
            return None;
        }

        var body = text;
        var signs = LineSigns.None;
        if (SetOff(text) is > 0 and var name)
        {
            signs |= LineSigns.SetsOff;
            body = addresses ? text[name..].TrimStart() : text;
        }

        Span<uint> words = stackalloc uint[Most];
        var (kept, count) = (0, 0);
        foreach (var part in new WordReader(body))
        {
            if (count == MostRead)
            {
                break;
            }

            Take(part, count == 0, ref signs, words, ref kept);
            count += part.Kind is WordKind.Word or WordKind.Number ? 1 : 0;
        }

        return new LineWords(words[..kept].ToArray(), signs | Marks(text, body), body.Length, count);
    }

    private static void Take(WordReader part, bool opens, ref LineSigns signs, Span<uint> words, ref int kept)
    {
        switch (part.Kind)
        {
            case WordKind.Link:
                signs |= LineSigns.HasLink;
                break;
            case WordKind.Emoji:
                signs |= LineSigns.Smiles;
                return;
            case WordKind.Mention:
                return;
            case WordKind.Number:
                signs |= LineSigns.HasNumber;
                break;
        }

        var hash = WordHash.Of(part.Word);
        signs |= SignWords.Anywhere.GetValueOrDefault(hash) | (opens ? SignWords.Opening.GetValueOrDefault(hash) : LineSigns.None);
        if (kept < words.Length && !words[..kept].Contains(hash))
        {
            words[kept++] = hash;
        }
    }

    private static LineSigns Marks(ReadOnlySpan<char> text, ReadOnlySpan<char> body)
    {
        var signs = LineSigns.None;
        var end = body.TrimEnd(" \t\n)\"'");
        var last = end.IsEmpty ? ' ' : end[^1];
        signs |= last is '?' or '？' or '؟' ? LineSigns.EndsAsking : LineSigns.None;
        signs |= last is '…' || end.EndsWith("..") || body.TrimEnd() is [.., ',' or ':'] ? LineSigns.TrailsOff : LineSigns.None;
        signs |= body.ContainsAny('?', '？', '؟') ? LineSigns.Asks : LineSigns.None;
        signs |= body.Contains('!') ? LineSigns.Exclaims : LineSigns.None;
        signs |= HasSmiley(body) ? LineSigns.Smiles : LineSigns.None;
        signs |= body.Length > 0 && char.IsUpper(body[0]) ? LineSigns.Capital : LineSigns.None;
        signs |= text[0] is '!' or '/' or '@' or '.' && text.Length > 1 && char.IsLetter(text[1]) ? LineSigns.Commands : LineSigns.None;
        signs |= text[0] == '*' || text.StartsWith("s/") ? LineSigns.Corrects : LineSigns.None;
        return signs;
    }

    private static bool HasSmiley(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(':', ';'); at >= 0 && at + 1 < text.Length;)
        {
            if (text[at + 1] is ')' or 'D' or 'P' or 'p' or '(' || (text[at + 1] == '-' && at + 2 < text.Length && text[at + 2] is ')' or '(' or 'D'))
            {
                return true;
            }

            var next = text[(at + 1)..].IndexOfAny(':', ';');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    /// <summary>The length of a first word that a colon or comma sets off, with the sign; 0 where none is.</summary>
    private static int SetOff(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(' ', '\n');
        var word = end < 0 ? text : text[..end];
        if (word.Length > 1 && word[^1] is ':' or ',' && !word.StartsWith("http"))
        {
            return word.Length;
        }

        return end >= 0 && end + 2 < text.Length && text[end + 1] is ':' or ',' && text[end + 2] == ' ' ? end + 2 : 0;
    }
}
