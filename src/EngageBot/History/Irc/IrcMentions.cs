namespace EngageBot.History.Irc;

/// <summary>Whom a line addresses or names. IRC knows no mentions: people write the nick, and at the beginning of a line a colon or comma behind it.</summary>
internal static class IrcMentions
{
    private const int MaxNamed = 3;

    /// <summary>Shorter nicks are too often words.</summary>
    private const int MinNamed = 3;

    private const string Marks = ".,:;!?)";

    /// <summary>The nicks in a text, the one addressed first.</summary>
    public static IReadOnlyList<IrcNick> In(ReadOnlySpan<char> text, IrcNick author, IrcNicks nicks, long line)
    {
        var found = new List<IrcNick>();
        text = text.TrimStart(' ');
        if (Addressed(text, nicks) is { } addressed && addressed != author)
        {
            found.Add(addressed);
        }

        var max = MaxNamed + found.Count;
        foreach (var range in text.Split(' '))
        {
            if (found.Count < max && Named(text[range], nicks, line) is { } named && named != author && !found.Contains(named))
            {
                found.Add(named);
            }
        }

        return found;
    }

    /// <summary>One who is addressed is there, even where he has not spoken yet.</summary>
    private static IrcNick? Addressed(ReadOnlySpan<char> text, IrcNicks nicks)
    {
        var end = text.IndexOf(' ');
        var word = end < 0 ? text : text[..end];
        if (word.Length > 1 && word[^1] is ':' or ',')
        {
            return nicks.Find(word[..^1]);
        }

        var isMarked = end >= 0 && end + 1 < text.Length && text[end + 1] is ':' or ',';
        return isMarked ? nicks.Find(word) : null;
    }

    private static IrcNick? Named(ReadOnlySpan<char> word, IrcNicks nicks, long line) => word.Length < MinNamed ? null
        : nicks.FindBefore(word, line) ?? (word.TrimEnd(Marks) is { Length: >= MinNamed } bare ? nicks.FindBefore(bare, line) : null);
}
