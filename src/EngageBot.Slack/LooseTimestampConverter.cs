using System.Text.Json;
using System.Text.Json.Serialization;

namespace EngageBot.Slack;

/// <summary>A ts that may be left empty or be none: <c>""</c>, <c>null</c> or <c>0</c> where Slack has nothing to say. It must not cost the thing it is in.</summary>
internal sealed class LooseTimestampConverter : JsonConverter<Timestamp?>
{
    public override Timestamp? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return Timestamp.TryParse(reader.GetString(), out var ts) ? ts : null;
        }

        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, Timestamp? value, JsonSerializerOptions options)
    {
        if (value is { } ts)
        {
            writer.WriteStringValue(ts.Value);
            return;
        }

        writer.WriteNullValue();
    }
}
