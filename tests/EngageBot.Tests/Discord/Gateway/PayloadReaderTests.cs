using System.Text;
using System.Text.Json;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Gateway.Events;

namespace EngageBot.Tests.Discord.Gateway;

public sealed class PayloadReaderTests
{
    private const string Data = """{"id":"1","channel_id":"2","guild_id":"3"}""";

    [Theory]
    [InlineData("""{"t":"MESSAGE_DELETE","s":42,"op":0,"d":DATA}""")]
    [InlineData("""{"op":0,"d":DATA,"s":42,"t":"MESSAGE_DELETE"}""")]
    [InlineData("""{"d":DATA,"op":0,"s":42,"t":"MESSAGE_DELETE"}""")]
    [InlineData("""{"t":"MESSAGE_DELETE","op":0,"s":42,"d":DATA,"new":{"d":{}}}""")]
    [InlineData(""" { "t" : "MESSAGE_DELETE" , "s" : 42 , "op" : 0 , "d" : DATA } """)]
    [InlineData("""{"extra":[{"op":9}],"t":"MESSAGE_DELETE","s":42,"op":0,"d":DATA}""")]
    public void The_fields_may_come_in_any_order(string payload)
    {
        var read = Read(payload.Replace("DATA", Data, StringComparison.Ordinal));

        Assert.Equal(42, read.Sequence);
        Assert.Equal(2UL, Assert.IsType<MessageDeleteEvent>(read.Event).ChannelId.Value);
    }

    [Theory]
    [InlineData("""{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":41250,"_trace":["[]"]}}""", Opcode.Hello)]
    [InlineData("""{"t":null,"s":null,"op":11,"d":null}""", Opcode.HeartbeatAck)]
    [InlineData("""{"op":11}""", Opcode.HeartbeatAck)]
    [InlineData("""{"op":7,"d":null}""", Opcode.Reconnect)]
    [InlineData("""{"op":1,"d":null}""", Opcode.Heartbeat)]
    [InlineData("""{"op":9,"d":true}""", Opcode.InvalidSession)]
    [InlineData("""{"d":false,"op":9}""", Opcode.InvalidSession)]
    internal void What_is_no_dispatch_is_known_by_its_opcode(string payload, Opcode opcode)
    {
        var read = Read(payload);

        Assert.Equal(opcode, read.Opcode);
        Assert.Equal(opcode == Opcode.Hello ? 41_250 : 0, read.HeartbeatInterval.TotalMilliseconds);
        Assert.Equal(payload.Contains("true", StringComparison.Ordinal), read.Resumable);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"op":"0"}""")]
    [InlineData("""{"op":0,"t":"X","d":{}}""")]
    [InlineData("""{"op":0,"t":"MESSAGE_DELETE","s":1,"d":{"id":""")]
    [InlineData("""{"op":10,"d":{}}""")]
    public void What_is_no_payload_is_refused(string payload) => Assert.ThrowsAny<JsonException>(() => Read(payload));

    [Theory]
    [InlineData("""{"t":"MESSAGE_DELETE","s":42,"op":0,"d":{"id":"1"}}""", "channel_id")]
    [InlineData("""{"t":"MESSAGE_DELETE","s":42,"op":0,"d":{"id":"x","channel_id":"2"}}""", "id")]
    [InlineData("""{"t":"MESSAGE_DELETE","s":42,"op":0,"d":null}""", "empty")]
    public void An_event_without_what_it_must_have_says_what_is_missing(string payload, string expected)
    {
        var invalid = Assert.IsType<InvalidEvent>(Read(payload).Event);

        Assert.Equal("MESSAGE_DELETE", invalid.Name);
        Assert.Contains(expected, invalid.Error, StringComparison.Ordinal);
        Assert.Equal(42, Read(payload).Sequence);
    }

    private static GatewayPayload Read(string payload) => PayloadReader.Read(Encoding.UTF8.GetBytes(payload));
}
