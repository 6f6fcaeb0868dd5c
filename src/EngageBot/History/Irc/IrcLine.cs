namespace EngageBot.History.Irc;

/// <summary>A line of a log, taken apart.</summary>
internal readonly ref struct IrcLine
{
    private static ReadOnlySpan<byte> Prefixes => "@+%&~! "u8;

    private IrcLine(IrcLineKind kind, int second, ReadOnlySpan<byte> nick, ReadOnlySpan<byte> text)
    {
        Kind = kind;
        Second = second;
        Nick = nick;
        Text = text;
    }

    public IrcLineKind Kind { get; }

    /// <summary>The second of the day that the line's time stands for on a clock of 24 hours; -1 where there is none.</summary>
    public int Second { get; }

    /// <summary>Who spoke, or whom a system line is about; empty where it is about nobody.</summary>
    public ReadOnlySpan<byte> Nick { get; }

    public ReadOnlySpan<byte> Text { get; }

    public static IrcLine Parse(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("==="u8))
        {
            var text = line[3..].TrimStart((byte)'=').Trim((byte)' ');
            return new IrcLine(IrcLineKind.System, -1, NickOf(FirstWord(text)), text);
        }

        var second = TimeOf(line, out var rest);
        return second < 0 ? default : Said(second, rest.TrimStart((byte)' '));
    }

    public static ReadOnlySpan<byte> FirstWord(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)' ');
        return end < 0 ? text : text[..end];
    }

    private static IrcLine Said(int second, ReadOnlySpan<byte> rest) => rest.IsEmpty ? default : rest[0] switch
    {
        (byte)'<' => Between(second, rest, (byte)'>'),
        (byte)'(' => Between(second, rest, (byte)')'),
        (byte)'-' => Notice(second, rest),
        (byte)'*' when rest.Length > 2 && rest[1] == ' ' => Action(second, rest[2..]),
        _ => default,
    };

    /// <summary><c>&lt;nick&gt; text</c>, or <c>(nick/#channel) text</c> where several channels are in one log.</summary>
    private static IrcLine Between(int second, ReadOnlySpan<byte> rest, byte close)
    {
        var end = rest.IndexOf(close);
        return end < 0 ? default : By(second, UpTo(rest[1..end], "/#"u8), rest[(end + 1)..]);
    }

    /// <summary><c>-nick:#channel- text</c></summary>
    private static IrcLine Notice(int second, ReadOnlySpan<byte> rest)
    {
        var end = rest[1..].IndexOf("- "u8);
        return end < 0 ? default : By(second, UpTo(rest[1..(end + 1)], ":#"u8), rest[(end + 2)..]);
    }

    /// <summary><c> * nick waves</c></summary>
    private static IrcLine Action(int second, ReadOnlySpan<byte> rest)
    {
        var nick = FirstWord(rest);
        return By(second, nick, rest[nick.Length..]);
    }

    private static IrcLine By(int second, ReadOnlySpan<byte> nick, ReadOnlySpan<byte> text)
    {
        nick = nick.TrimStart(Prefixes);
        return nick.Length is 0 or > IrcNicks.MaxLength || nick.Contains((byte)' ') ? default : new IrcLine(IrcLineKind.Message, second, nick, text.StartsWith(" "u8) ? text[1..] : text);
    }

    private static ReadOnlySpan<byte> UpTo(ReadOnlySpan<byte> text, ReadOnlySpan<byte> end)
    {
        var at = text.IndexOf(end);
        return at < 0 ? text : text[..at];
    }

    /// <summary>A word of a system line that can be a nick: not "mode/#channel" or "..[topic/#channel:nick]".</summary>
    private static ReadOnlySpan<byte> NickOf(ReadOnlySpan<byte> word) => word.IndexOfAny("/#.:"u8) < 0 ? word : default;

    private static int TimeOf(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> rest)
    {
        var end = line.Length > 6 && line[6] == ']' ? 6 : line.Length > 9 && line[9] == ']' && line[6] == ':' ? 9 : 0;
        rest = default;
        if (end == 0 || line[0] != '[' || line[3] != ':')
        {
            return -1;
        }

        rest = line[(end + 1)..];
        var (hour, minute, second) = (Number(line[1..]), Number(line[4..]), end == 9 ? Number(line[7..]) : 0);
        return hour is >= 0 and < 24 && minute is >= 0 and < 60 && second is >= 0 and < 60 ? (((hour * 60) + minute) * 60) + second : -1;
    }

    private static int Number(ReadOnlySpan<byte> digits) =>
        char.IsAsciiDigit((char)digits[0]) && char.IsAsciiDigit((char)digits[1]) ? ((digits[0] - '0') * 10) + digits[1] - '0' : -1;
}
