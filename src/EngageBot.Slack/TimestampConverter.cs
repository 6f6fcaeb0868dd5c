using System.Text.Json;
using System.Text.Json.Serialization;

namespace EngageBot.Slack;

/// <summary>A ts is a string on the wire; a number would have lost its end.</summary>
public sealed class TimestampConverter : JsonConverter<Timestamp>
{
    public override Timestamp Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Timestamp.TryParse(reader.GetString(), out var ts)
            ? ts
            : throw new JsonException("A ts is a string like 1712345678.123456.");

    public override void Write(Utf8JsonWriter writer, Timestamp value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
