using EngageBot.Discord.Gateway;
using EngageBot.Discord.Models;
using EngageBot.TestKit;

namespace EngageBot.Tests.Discord.Gateway;

public sealed class GatewayLimiterTests
{
    private readonly VirtualClock _clock = new(TestTime.Noon);
    private readonly LineLogger<GatewayClient> _log = new();

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
    public async Task It_says_once_until_when_it_waits()
    {
        using var limiter = Limiter(remaining: 0, maxConcurrency: 1);
        var first = limiter.WaitAsync(0, default);

        Assert.Equal(
            "Warning: Discord lets this bot begin 1000 sessions a day and all of them are used up: the next one begins at 2026-01-05 15:00:00 UTC, and nothing is heard until then",
            Assert.Single(_log.Lines));
        Advance(TimeSpan.FromHours(3));
        await Granted(first);
        Assert.Single(_log.Lines);
    }

    [Theory]
    [InlineData(-2, 4.25)]
    [InlineData(-10, 0)]
    [InlineData(3_600, 6.25)]
    public async Task What_an_earlier_process_began_is_waited_for(int secondsFromNow, double wait)
    {
        using var limiter = Limiter(remaining: 1_000, maxConcurrency: 2);
        limiter.Remember(1, _clock.GetUtcNow().AddSeconds(secondsFromNow));
        await Granted(limiter.WaitAsync(0, default));
        var other = limiter.WaitAsync(1, default);

        if (wait > 0)
        {
            Advance(TimeSpan.FromSeconds(wait) - TimeSpan.FromMilliseconds(1));
            Assert.False(other.IsCompleted);
            Advance(TimeSpan.FromMilliseconds(1));
        }

        await Granted(other);
    }

    [Fact]
    public async Task Before_a_session_is_begun_its_key_is_told_and_waited_for()
    {
        var stored = new TaskCompletionSource();
        List<int> keys = [];
        using var limiter = Limiter(remaining: 1_000, maxConcurrency: 2, (key, _) =>
        {
            keys.Add(key);
            return stored.Task;
        });
        var fourth = limiter.WaitAsync(3, default);

        Assert.False(fourth.IsCompleted);
        stored.SetResult();
        await Granted(fourth);
        Assert.Equal([1], keys);
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

    private static Task Granted(Task task) => task.WaitAsync(TestTime.Patience);

    private IdentifyLimiter Limiter(int remaining, int maxConcurrency, Func<int, CancellationToken, Task>? beforeIdentify = null)
    {
        var limit = new SessionStartLimit { Total = 1_000, Remaining = remaining, ResetAfter = (long)TimeSpan.FromHours(3).TotalMilliseconds, MaxConcurrency = maxConcurrency };
        return new IdentifyLimiter(limit, _clock, _log) { BeforeIdentify = beforeIdentify };
    }

    private void Advance(TimeSpan time) => _clock.MoveTo(_clock.GetUtcNow() + time);
}
