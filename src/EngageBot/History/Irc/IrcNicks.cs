using System.Text;
using EngageBot.Chat;

namespace EngageBot.History.Irc;

/// <summary>The nicks of one log, each with the line where it is first seen.</summary>
internal sealed class IrcNicks
{
    /// <summary>Longer than any network allows.</summary>
    public const int MaxLength = 64;

    private readonly Dictionary<string, (IrcNick Nick, long Line)> _seen;
    private readonly Dictionary<string, (IrcNick Nick, long Line)>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public IrcNicks()
    {
        _seen = new(StringComparer.OrdinalIgnoreCase);
        _lookup = _seen.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public void See(ReadOnlySpan<byte> nick, long line)
    {
        if (!nick.IsEmpty && nick.Length <= MaxLength && Find(nick) is null)
        {
            var name = ChatText.Clean(Encoding.UTF8.GetString(nick));
            _seen.TryAdd(name, (new IrcNick(name.ToLowerInvariant(), name), line));
        }
    }

    /// <summary>The nick of these letters, if it is seen anywhere in the log.</summary>
    public IrcNick? Find(ReadOnlySpan<char> nick) => _lookup.TryGetValue(nick, out var seen) ? seen.Nick : null;

    public IrcNick? Find(ReadOnlySpan<byte> nick)
    {
        Span<char> characters = stackalloc char[MaxLength];
        return nick.Length <= MaxLength ? Find(characters[..Encoding.UTF8.GetChars(nick, characters)]) : null;
    }

    /// <summary>The nick of these letters, if it is seen before a line.</summary>
    public IrcNick? FindBefore(ReadOnlySpan<char> nick, long line) => _lookup.TryGetValue(nick, out var seen) && seen.Line < line ? seen.Nick : null;
}
