using System.Buffers;
using System.Text.Json;
using EngageBot.Slack.Models;

namespace EngageBot.Slack.SocketMode;

/// <summary>An acknowledgement as it is sent. <see href="https://docs.slack.dev/apis/events-api/using-socket-mode#acknowledge"/>.</summary>
internal static class AckMessage
{
    public static ReadOnlyMemory<byte> Of(string envelopeId, AckPayload? payload)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("envelope_id", envelopeId);
            if (payload is not null)
            {
                writer.WritePropertyName("payload");
                writer.WriteRawValue(payload.ToJson().Span);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
