using System.Buffers;
using System.Text.Json;

namespace EngageBot.Discord.Gateway;

/// <summary>What is sent to the gateway. <see href="https://discord.com/developers/docs/events/gateway-events#send-events"/>.</summary>
internal static class GatewayCommands
{
    public static ReadOnlyMemory<byte> Heartbeat(long? sequence) => Write(Opcode.Heartbeat, writer =>
    {
        if (sequence is { } last)
        {
            writer.WriteNumber("d", last);
        }
        else
        {
            writer.WriteNull("d");
        }
    });

    public static ReadOnlyMemory<byte> Identify(GatewayClientOptions options, int shard, int shards) => Write(Opcode.Identify, writer =>
    {
        writer.WriteStartObject("d");
        writer.WriteString("token", options.Token.Reveal());
        writer.WriteNumber("intents", (int)options.Intents);
        writer.WriteStartObject("properties");
        writer.WriteString("os", Environment.OSVersion.Platform.ToString());
        writer.WriteString("browser", options.Library);
        writer.WriteString("device", options.Library);
        writer.WriteEndObject();
        writer.WriteStartArray("shard");
        writer.WriteNumberValue(shard);
        writer.WriteNumberValue(shards);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Resume(BotToken token, GatewaySession session) => Write(Opcode.Resume, writer =>
    {
        writer.WriteStartObject("d");
        writer.WriteString("token", token.Reveal());
        writer.WriteString("session_id", session.SessionId);
        writer.WriteNumber("seq", session.Sequence);
        writer.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> PresenceUpdate(PresenceStatus status) => Write(Opcode.PresenceUpdate, writer =>
    {
        writer.WriteStartObject("d");
        writer.WriteNull("since");
        writer.WriteStartArray("activities");
        writer.WriteEndArray();
        writer.WriteString("status", JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString()));
        writer.WriteBoolean("afk", value: false);
        writer.WriteEndObject();
    });

    private static ReadOnlyMemory<byte> Write(Opcode opcode, Action<Utf8JsonWriter> data)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("op", (int)opcode);
            data(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
