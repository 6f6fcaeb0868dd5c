using EngageBot.Discord.Gateway;
using EngageBot.Discord.Models;
using EngageBot.TestKit;

namespace EngageBot.Tests.Discord.Gateway;

public sealed class GatewayLimiterTests
{
    private readonly VirtualClock _clock = new(TestTime.Noon);

    [Fact]
    public async Task Identifies_of_one_key_are_five_seconds_apart()
    {
        using var limiter = Limiter(remaining: 1_000, maxConcurrency: 2);
        await Granted(limiter.WaitAsync(0, default));
        await Granted(limiter.WaitAsync(1, default));
        var third = limiter.WaitAsync(2, default);
        var fifth = limiter.WaitAsync(4, default);

        Advance(TimeSpan.FromSeconds(5));
        Assert.False(third.IsCompleted);
        Advance(IdentifyLimiter.Interval - TimeSpan.FromSeconds(5));
        await Granted(third);
        Assert.False(fifth.IsCompleted);
        Advance(IdentifyLimiter.Interval);
        await Granted(fifth);
    }

    [Fact]
    public async Task Where_the_sessions_of_the_day_are_used_up_identify_waits_for_the_reset()
    {
        using var limiter = Limiter(remaining: 1, maxConcurrency: 4);
        await Granted(limiter.WaitAsync(0, default));
        var second = limiter.WaitAsync(1, default);

        Advance(TimeSpan.FromHours(3) - TimeSpan.FromSeconds(1));
        Assert.False(second.IsCompleted);
        Advance(TimeSpan.FromSeconds(1));
        await Granted(second);
    }

    [Fact]
    public async Task In_a_minute_no_more_is_sent_than_allowed_and_heartbeats_never_wait()
    {
        var limiter = new SendLimiter(_clock);
        var sent = 0;
        while (limiter.WaitAsync(default).IsCompletedSuccessfully)
        {
            sent++;
        }

        Assert.Equal(110, sent);
        limiter.Heartbeat();
        var waiting = limiter.WaitAsync(default);
        Advance(TimeSpan.FromSeconds(60));
        Assert.False(waiting.IsCompleted);
        Advance(TimeSpan.FromSeconds(1));
        await Granted(waiting);
    }

    private static Task Granted(Task task) => task.WaitAsync(TimeSpan.FromSeconds(20));

    private IdentifyLimiter Limiter(int remaining, int maxConcurrency)
    {
        var limit = new SessionStartLimit { Total = 1_000, Remaining = remaining, ResetAfter = (long)TimeSpan.FromHours(3).TotalMilliseconds, MaxConcurrency = maxConcurrency };
        return new IdentifyLimiter(limit, _clock);
    }

    private void Advance(TimeSpan time) => _clock.MoveTo(_clock.GetUtcNow() + time);
}
