using EngageBot.Leases;
using EngageBot.TestKit;

namespace EngageBot.Tests.Leases;

public sealed class LeaseGateTests
{
    [Fact]
    public async Task Nothing_goes_out_while_nobody_knows_whether_others_have_taken_over()
    {
        var clock = new VirtualClock(TestTime.Noon);
        using var gate = new LeaseGate(clock);
        clock.MoveTo(TestTime.Noon + LeaseTimes.Sure - TimeSpan.FromSeconds(1));
        await gate.PassAsync(CancellationToken.None);

        clock.MoveTo(TestTime.Noon + LeaseTimes.Sure);
        var waiting = gate.PassAsync(CancellationToken.None).AsTask();
        Assert.False(waiting.IsCompleted);

        gate.Renewed(clock.GetTimestamp());
        clock.MoveTo(clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        await waiting.WaitAsync(TestTime.Patience);
    }

    [Fact]
    public void Who_believes_himself_sure_is_long_given_up_by_nobody() => Assert.True(LeaseTimes.Sure + TimeSpan.FromSeconds(5) <= LeaseTimes.Good);
}
