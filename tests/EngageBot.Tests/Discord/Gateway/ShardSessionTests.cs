using EngageBot.Discord.Gateway;
using EngageBot.Discord.Gateway.Events;

namespace EngageBot.Tests.Discord.Gateway;

public sealed class ShardSessionTests
{
    private readonly ShardSession _session = new(new GatewaySession("session", "wss://example.org", 10));

    [Theory]
    [InlineData(10, "Repeated")]
    [InlineData(3, "Repeated")]
    [InlineData(11, "Next")]
    [InlineData(12, "AfterGap")]
    public void A_number_tells_whether_an_event_is_the_next_one(long sequence, string expected)
    {
        Assert.Equal(expected, Arrive(sequence).ToString());
        Assert.Equal(sequence == 11 ? 11 : 10, _session.Current!.Value.Sequence);
    }

    [Fact]
    public void A_number_that_a_resume_leaves_out_as_well_does_not_exist()
    {
        Assert.Equal(ArrivalKind.AfterGap, Arrive(12));
        Assert.Equal(ArrivalKind.Next, Arrive(12));
        Assert.Equal(ArrivalKind.AfterGap, Arrive(14));
    }

    [Fact]
    public void A_new_session_starts_where_it_says()
    {
        var ready = new GatewayPayload(Opcode.Dispatch) { Sequence = 1, Event = new ReadyEvent { SessionId = "new", ResumeGatewayUrl = "wss://new.example.org" } };

        Assert.Equal(ArrivalKind.Next, _session.Arrive(ready));
        Assert.Equal(new GatewaySession("new", "wss://new.example.org", 1), _session.Current);
    }

    private ArrivalKind Arrive(long sequence) => _session.Arrive(new GatewayPayload(Opcode.Dispatch) { Sequence = sequence, Event = new UnknownEvent("X") });
}
