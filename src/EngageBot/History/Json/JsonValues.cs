using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using EngageBot.Chat;

namespace EngageBot.History.Json;

/// <summary>Values of exports other than text. Each leaves the reader at the end of the value, whatever it is.</summary>
internal static class JsonValues
{
    private static readonly SearchValues<char> TimeCharacters = SearchValues.Create("0123456789-:.+TZ");

    /// <summary>Goes to the next property of the object that the reader is in, and on to its value; false at the object's end.</summary>
    public static bool NextProperty(this ref Utf8JsonReader reader, out ReadOnlySpan<byte> name)
    {
        reader.Read();
        name = reader.TokenType == JsonTokenType.PropertyName ? reader.ValueSpan : default;
        return reader.TokenType == JsonTokenType.PropertyName && reader.Read();
    }

    /// <summary>Goes to the next item of the array that the reader is in; false at the array's end.</summary>
    public static bool NextItem(this ref Utf8JsonReader reader) => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    /// <summary>Whether the value is an object, to be read by <see cref="NextProperty"/>; anything else is passed over.</summary>
    public static bool IsObject(this ref Utf8JsonReader reader) => Is(ref reader, JsonTokenType.StartObject);

    /// <summary>Whether the value is an array, to be read by <see cref="NextItem"/>; anything else is passed over.</summary>
    public static bool IsArray(this ref Utf8JsonReader reader) => Is(ref reader, JsonTokenType.StartArray);

    public static bool ReadFlag(this ref Utf8JsonReader reader)
    {
        reader.Skip();
        return reader.TokenType == JsonTokenType.True;
    }

    /// <summary>Whether there is anything but null, an empty array or an empty object.</summary>
    public static bool ReadIsFilled(this ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
        {
            return reader.TokenType is not (JsonTokenType.Null or JsonTokenType.False);
        }

        var depth = reader.CurrentDepth;
        reader.Read();
        var isFilled = reader.CurrentDepth > depth;
        while (reader.CurrentDepth > depth)
        {
            reader.Read();
        }

        return isFilled;
    }

    public static MessageId? ReadMessageId(this ref Utf8JsonReader reader)
    {
        var isPlain = reader.TokenType is JsonTokenType.String or JsonTokenType.Number && reader.ValueSpan.Length > 0 && reader.ValueSpan[0] is > (byte)'0' and <= (byte)'9';
        return isPlain && Utf8Parser.TryParse(reader.ValueSpan, out long number, out var length) && length == reader.ValueSpan.Length && number < MessageId.HashBit
            ? new MessageId(number)
            : reader.ReadName() is { } id ? MessageId.Parse(id) : null;
    }

    /// <summary>An ISO 8601 time; one without an offset is UTC, whatever the zone of this machine.</summary>
    public static DateTimeOffset? ReadTime(this ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        return reader.ValueIsEscaped ? ReadEscapedTime(ref reader) : ReadPlainTime(ref reader);
    }

    /// <summary>Some writers escape the plus sign. The reader's own way with escapes throws where they are wrong.</summary>
    private static DateTimeOffset? ReadEscapedTime(ref Utf8JsonReader reader)
    {
        var time = reader.ReadName() ?? "";
        if (time.AsSpan().ContainsAnyExcept(TimeCharacters))
        {
            return null;
        }

        var plain = new Utf8JsonReader(Encoding.ASCII.GetBytes($"\"{time}\""));
        plain.Read();
        return ReadPlainTime(ref plain);
    }

    private static DateTimeOffset? ReadPlainTime(ref Utf8JsonReader reader) =>
        !reader.TryGetDateTime(out var time) ? null
        : time.Kind == DateTimeKind.Unspecified ? new DateTimeOffset(time, TimeSpan.Zero)
        : reader.TryGetDateTimeOffset(out var exact) ? exact.ToUniversalTime()
        : null;

    private static bool Is(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (reader.TokenType == type)
        {
            return true;
        }

        reader.Skip();
        return false;
    }
}
