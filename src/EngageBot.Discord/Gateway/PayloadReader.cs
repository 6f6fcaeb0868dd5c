using System.Text.Json;
using EngageBot.Discord.Gateway.Events;

namespace EngageBot.Discord.Gateway;

/// <summary>
/// Reads a payload straight from its bytes. Discord puts the data last, and then it is read where it stands; any other order is read as well, after finding
/// where the data ends.
/// </summary>
internal static class PayloadReader
{
    /// <exception cref="JsonException">It is not a payload of the gateway.</exception>
    public static GatewayPayload Read(ReadOnlySpan<byte> json)
    {
        var envelope = Envelope.Read(json, toTheEnd: true);
        if (envelope.Opcode == Opcode.Dispatch && envelope.DataIsLast)
        {
            try
            {
                return Dispatch(envelope);
            }
            catch (JsonException)
            {
                // Either the event is not as documented, or something stands behind the data: the careful way tells.
            }
        }

        envelope = Envelope.Read(json, toTheEnd: false);
        return envelope.Opcode switch
        {
            Opcode.Dispatch => CarefulDispatch(envelope),
            Opcode.Hello => new GatewayPayload(Opcode.Hello) { HeartbeatInterval = HeartbeatInterval(envelope.Data) },
            Opcode.InvalidSession => new GatewayPayload(Opcode.InvalidSession) { Resumable = envelope.Data.SequenceEqual("true"u8) },
            _ => new GatewayPayload(envelope.Opcode),
        };
    }

    private static GatewayPayload Dispatch(Envelope envelope) => new(Opcode.Dispatch)
    {
        Sequence = envelope.Sequence ?? throw new JsonException("A dispatch has no sequence."),
        Event = GatewayEventReader.Read(envelope.Name, envelope.Data),
    };

    private static GatewayPayload CarefulDispatch(Envelope envelope)
    {
        try
        {
            return Dispatch(envelope);
        }
        catch (JsonException error) when (envelope.Sequence is not null)
        {
            var name = System.Text.Encoding.UTF8.GetString(envelope.Name);
            return new GatewayPayload(Opcode.Dispatch) { Sequence = envelope.Sequence.Value, Event = new InvalidEvent(name, error.Message) };
        }
    }

    private static TimeSpan HeartbeatInterval(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("heartbeat_interval"u8))
            {
                reader.Read();
                return TimeSpan.FromMilliseconds(reader.GetInt64());
            }
        }

        throw new JsonException("Hello has no heartbeat_interval.");
    }
}
