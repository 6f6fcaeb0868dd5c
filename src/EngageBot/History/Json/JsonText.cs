using System.Buffers;
using System.Text;
using System.Text.Json;
using EngageBot.Chat;

namespace EngageBot.History.Json;

/// <summary>
/// Strings of exports, read leniently: what is no UTF-8, and halves of surrogate pairs, become U+FFFD. <see cref="Utf8JsonReader.GetString"/> throws on both.
/// </summary>
internal static class JsonText
{
    /// <summary>Longer texts are cut: nobody reads them, and one should not fill the memory.</summary>
    public const int MaxText = 65_536;

    private const int MaxName = 1_000;

    /// <summary>What somebody wrote; "" where there is no string.</summary>
    public static string ReadText(this ref Utf8JsonReader reader) => Read(ref reader, MaxText) ?? "";

    /// <summary>A name or an id, which some writers give as a number; null where there is neither, or it is empty.</summary>
    public static string? ReadName(this ref Utf8JsonReader reader) => Read(ref reader, MaxName) is { Length: > 0 } name ? name : null;

    /// <summary>What somebody wrote, where it comes from no JSON.</summary>
    public static string ReadText(ReadOnlySpan<byte> utf8) => ChatText.Clean(Decode(utf8, MaxText));

    private static string? Read(ref Utf8JsonReader reader, int max)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String or JsonTokenType.Number or JsonTokenType.PropertyName:
                return ChatText.Clean(reader.ValueIsEscaped ? Unescape(reader.ValueSpan, max) : Decode(reader.ValueSpan, max));
            default:
                reader.Skip();
                return null;
        }
    }

    private static string Decode(ReadOnlySpan<byte> utf8, int max)
    {
        // A character takes three bytes at most (four make two characters), so that what is cut off here lies behind the cut anyway.
        var text = Encoding.UTF8.GetString(utf8.Length > max * 3 ? utf8[..(max * 3)] : utf8);
        return text.Length <= max ? text : Cut(text.AsSpan(0, max));
    }

    private static string Cut(ReadOnlySpan<char> text) => new(char.IsHighSurrogate(text[^1]) ? text[..^1] : text);

    private static string Unescape(ReadOnlySpan<byte> json, int max)
    {
        var buffer = ArrayPool<char>.Shared.Rent(json.Length);
        try
        {
            var length = Unescape(json, buffer);
            return length <= max ? new string(buffer, 0, length) : Cut(buffer.AsSpan(0, max));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static int Unescape(ReadOnlySpan<byte> json, Span<char> into)
    {
        var length = 0;
        while (json.Length > 0)
        {
            var slash = json.IndexOf((byte)'\\');
            length += Encoding.UTF8.GetChars(slash < 0 ? json : json[..slash], into[length..]);
            if (slash < 0)
            {
                break;
            }

            json = json[(slash + 1)..];
            into[length++] = Escaped(ref json);
        }

        return length;
    }

    private static char Escaped(ref ReadOnlySpan<byte> json)
    {
        var letter = (char)json[0];
        json = json[1..];
        switch (letter)
        {
            case 'n': return '\n';
            case 't': return '\t';
            case 'r': return '\r';
            case 'b': return '\b';
            case 'f': return '\f';
            case 'u':
                var unit = (char)((Hex(json[0]) << 12) | (Hex(json[1]) << 8) | (Hex(json[2]) << 4) | Hex(json[3]));
                json = json[4..];
                return unit;
            default: return letter;
        }
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
