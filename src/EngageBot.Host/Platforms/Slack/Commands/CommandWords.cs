namespace EngageBot.Host.Platforms.Slack.Commands;

/// <summary>
/// Takes what was written behind a command apart: <c>on topics: "laser printers", Rust</c>. Whatever it is given, it reads.
/// </summary>
internal static class CommandWords
{
    /// <summary>Quotes that open, each with those that close it: keyboards and Slack itself make others of the plain ones.</summary>
    private static readonly Dictionary<char, string> Quotes = new()
    {
        ['"'] = "\"”“",
        ['“'] = "”“\"",
        ['”'] = "”\"",
        ['„'] = "“”\"",
        ['«'] = "»",
    };

    /// <summary>The first word, and what stands behind it.</summary>
    public static (string First, string Behind) Split(string text)
    {
        var trimmed = text.Trim();
        var end = trimmed.AsSpan().IndexOfAny(" \t\r\n\u00A0");
        return end < 0 ? (trimmed, string.Empty) : (trimmed[..end], trimmed[end..]);
    }

    /// <param name="names">Of the options: <c>name:</c> begins the value of one.</param>
    public static IReadOnlyList<CommandWord> Read(string text, IReadOnlyCollection<string> names)
    {
        List<CommandWord> words = [];
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (NameAt(text, at, names) is { } name)
            {
                words.Add(new CommandWord(name, IsName: true));
                at += name.Length + 1;
            }
            else
            {
                var (word, end) = QuotedAt(text, at) ?? WordAt(text, at);
                words.Add(new CommandWord(word));
                at = end;
            }
        }

        return words;
    }

    private static string? NameAt(string text, int at, IReadOnlyCollection<string> names) => names.FirstOrDefault(name =>
        at + name.Length < text.Length && text[at + name.Length] == ':' && text.AsSpan(at, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Null where no quote opens here, or none closes it at the end of a word: then it is a character like others.</summary>
    private static (string Word, int End)? QuotedAt(string text, int at)
    {
        if (!Quotes.TryGetValue(text[at], out var closing))
        {
            return null;
        }

        for (var end = at + 1; end < text.Length; end++)
        {
            if (closing.Contains(text[end], StringComparison.Ordinal) && (end + 1 == text.Length || char.IsWhiteSpace(text[end + 1])))
            {
                return (text[(at + 1)..end], end + 1);
            }
        }

        return null;
    }

    /// <summary>A mention is one word, also where the name in it has blanks.</summary>
    private static (string Word, int End) WordAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            var close = text[end] == '<' ? text.IndexOf('>', end) : -1;
            end = close < 0 ? end + 1 : close + 1;
        }

        return (text[at..end], end);
    }
}
