using EngageBot.Transport;

namespace EngageBot.Tests.Transport;

public sealed class ReconnectBackoffTests
{
    [Fact]
    public void Each_wait_lies_in_the_upper_half_of_a_bound_that_doubles_up_to_the_longest()
    {
        var backoff = new ReconnectBackoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60), new Random(1));

        foreach (var bound in new[] { 1, 2, 4, 8, 16, 32, 60, 60, 60 })
        {
            Assert.InRange(backoff.Next().TotalSeconds, bound / 2.0, bound);
        }
    }

    [Fact]
    public void After_a_success_the_wait_is_short_again()
    {
        var backoff = new ReconnectBackoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60), new Random(1));
        backoff.Next();
        backoff.Next();

        backoff.Reset();

        Assert.InRange(backoff.Next().TotalSeconds, 0.5, 1);
    }

    [Fact]
    public void Two_that_lost_the_same_server_do_not_come_back_together()
    {
        var waits = Enumerable.Range(0, 20).Select(seed => new ReconnectBackoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60), new Random(seed)).Next());
        Assert.Equal(20, waits.Distinct().Count());
    }
}
