using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EngageBot.Discord.Models;

/// <summary>An id is a string of digits on the wire, since JavaScript's numbers would lose some; a number is read as well.</summary>
public sealed class SnowflakeConverter : JsonConverter<Snowflake>
{
    private const int MaxDigits = 20;

    public override Snowflake Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? new Snowflake(reader.GetUInt64()) : ReadText(ref reader);

    public override Snowflake ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadText(ref reader);

    public override void Write(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options)
    {
        Span<byte> digits = stackalloc byte[MaxDigits];
        Utf8Formatter.TryFormat(value.Value, digits, out var written);
        writer.WriteStringValue(digits[..written]);
    }

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) => writer.WritePropertyName(value.ToString());

    private static Snowflake ReadText(ref Utf8JsonReader reader)
    {
        if (!reader.HasValueSequence && Utf8Parser.TryParse(reader.ValueSpan, out ulong value, out var consumed) && consumed == reader.ValueSpan.Length)
        {
            return new Snowflake(value);
        }

        return Snowflake.TryParse(reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null, out var id)
            ? id
            : throw new JsonException("An id is a string of digits.");
    }
}
