using System.Text.Json;
using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models;

/// <summary>An address; none where it is empty or no address.</summary>
public sealed class ResponseUrlConverter : JsonConverter<ResponseUrl>
{
    public override ResponseUrl? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return Uri.TryCreate(reader.GetString(), UriKind.Absolute, out var address) ? new ResponseUrl(address) : null;
        }

        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, ResponseUrl value, JsonSerializerOptions options) => writer.WriteStringValue(value.Reveal().AbsoluteUri);
}
