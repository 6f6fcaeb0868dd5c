using EngageBot.Discord;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Models;
using EngageBot.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Tests.Discord.Gateway;

public sealed class SilentGatewayTests
{
    [Fact]
    public async Task A_server_that_never_says_hello_is_left_in_a_way_that_keeps_the_session()
    {
        var clock = new VirtualClock(TestTime.Noon);
        var sockets = new List<SilentSocket>();
        var options = new GatewayClientOptions
        {
            Token = new BotToken("token"),
            Intents = GatewayIntents.Guilds,
            Gateway = new GatewayBot { Shards = 1 },
            FirstBackoff = TimeSpan.FromSeconds(2),
        };
        using var client = new GatewayClient(options, clock, new Random(1), NullLogger<GatewayClient>.Instance, () =>
        {
            lock (sockets)
            {
                sockets.Add(new SilentSocket());
                return sockets[^1];
            }
        });
        using var stop = new CancellationTokenSource();
        await using var events = client.Shards[0].ReadAsync(stored: null, stop.Token).GetAsyncEnumerator(stop.Token);
        var next = events.MoveNextAsync().AsTask();

        clock.MoveTo(clock.GetUtcNow() + TimeSpan.FromSeconds(19));
        Assert.Null(sockets[0].ClosedWith);
        clock.MoveTo(clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        await GatewayTestClient.UntilAsync(() => sockets[0].ClosedWith is not null);
        Assert.Equal(4_000, sockets[0].ClosedWith);

        await GatewayTestClient.UntilAsync(() =>
        {
            clock.MoveTo(clock.GetUtcNow() + TimeSpan.FromSeconds(1));
            return sockets.Count == 2;
        });
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }
}
