using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using EngageBot.TestKit;

namespace EngageBot.Tests.Fakes.Slack;

/// <summary>Sockets that end, and what goes wrong on its way over them.</summary>
public sealed class SocketFaultTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("warning", true)]
    [InlineData("refresh_requested", false)]
    public async Task A_disconnect_comes_before_the_end(string reason, bool bringsEvents)
    {
        await using var slack = await SlackServer.StartAsync();
        using var socket = await slack.ConnectAsync();

        await slack.Sockets.DisconnectAsync(reason);
        await slack.Workspace.PostAsync(slack.User, slack.Channel, "hello");

        Assert.Equal(["disconnect", reason], [(await socket.ReceiveAsync()) is var said ? said["type"]!.ToString() : "", said["reason"]!.ToString()]);
        if (bringsEvents)
        {
            Assert.Equal("hello", Said(await socket.TakeAsync()));
        }

        slack.Pass(Second);
        Assert.True(await socket.IsOverAsync());
    }

    [Fact]
    public async Task A_disabled_link_stays_closed()
    {
        await using var slack = await SlackServer.StartAsync();
        using var socket = await slack.ConnectAsync();

        await slack.Sockets.DisconnectAsync("link_disabled");

        Assert.Equal("link_disabled", (await socket.ReceiveAsync())["reason"]!.ToString());
        Assert.False((await slack.SendAsync("apps.connections.open", SlackServer.Form(), slack.Fake.App.Token)).Body["ok"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_client_that_does_not_answer_pings_is_dropped()
    {
        await using var slack = await SlackServer.StartAsync(options => options with { PingEvery = TimeSpan.FromMilliseconds(20) });
        var address = await slack.NewSocketAddressAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);

        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
        var heard = await HeardUntilTheEndAsync(reader);

        Assert.Contains("hello", heard, StringComparison.Ordinal);
        Assert.Contains('\x89', heard); // a ping
        await SlackServer.UntilAsync(() => slack.Sockets.ConnectionsOpen == 0);
    }

    [Fact]
    public async Task What_a_dropped_connection_left_comes_over_the_next()
    {
        await using var slack = await SlackServer.StartAsync();
        using var first = await slack.ConnectAsync();
        await slack.Workspace.PostAsync(slack.User, slack.Channel, "hello");
        await first.ReceiveAsync();

        slack.Sockets.Drop();

        Assert.True(await first.IsOverAsync());
        using var second = await slack.ConnectAsync();
        Assert.Equal("hello", Said(await second.TakeAsync()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_happens_while_nobody_is_connected_is_kept_or_lost(bool isKept)
    {
        await using var slack = await SlackServer.StartAsync(options => options with { KeepsUndelivered = isKept });
        await slack.Workspace.PostAsync(slack.User, slack.Channel, "before");
        await SlackServer.UntilAsync(() => slack.Sockets.Deliveries[0].Settled.IsCompleted);
        using var socket = await slack.ConnectAsync();
        await slack.Workspace.PostAsync(slack.User, slack.Channel, "after");

        var first = Said(await socket.TakeAsync());

        Assert.Equal(isKept ? "before" : "after", first);
    }

    [Theory]
    [InlineData(FakeDeliveryFault.Duplicate, "1 2 2 3")]
    [InlineData(FakeDeliveryFault.Reorder, "1 3 2")]
    [InlineData(FakeDeliveryFault.Lose, "1 3 2")]
    public async Task Deliveries_go_wrong_on_demand(FakeDeliveryFault fault, string expected)
    {
        await using var slack = await SlackServer.StartAsync();
        using var socket = await slack.ConnectAsync();
        slack.Sockets.Fault = (_, number) => number == 2 ? fault : FakeDeliveryFault.None;

        foreach (var text in new[] { "1", "2", "3" })
        {
            await slack.Workspace.PostAsync(slack.User, slack.Channel, text);
        }

        var heard = new List<string>();
        while (heard.Count < expected.Split(' ').Length)
        {
            heard.Add(Said(await socket.TakeAsync()));
            if (fault == FakeDeliveryFault.Lose && heard.Count == 2)
            {
                await SlackServer.UntilAsync(() => slack.Sockets.Deliveries.Count(delivery => delivery.IsAcked) == 2);
                slack.Pass(3 * Second);
            }
        }

        Assert.Equal(expected, string.Join(' ', heard));
    }

    [Fact]
    public async Task An_envelope_can_come_over_two_connections()
    {
        await using var slack = await SlackServer.StartAsync();
        using var first = await slack.ConnectAsync();
        using var second = await slack.ConnectAsync();
        slack.Sockets.Fault = (_, _) => FakeDeliveryFault.Duplicate;

        await slack.Workspace.PostAsync(slack.User, slack.Channel, "hello");

        Assert.Equal((await first.TakeAsync())["event_id"]!.ToString(), (await second.TakeAsync())["event_id"]!.ToString());
    }

    private static async Task<string> HeardUntilTheEndAsync(StreamReader reader)
    {
        using var guard = new CancellationTokenSource(TestTime.Patience, TimeProvider.System);
        var (heard, buffer) = (new StringBuilder(), new char[1_024]);
        try
        {
            while (await reader.ReadAsync(buffer, guard.Token) is > 0 and var length)
            {
                heard.Append(buffer, 0, length);
            }
        }
        catch (IOException)
        {
            // Cut rather than closed.
        }

        return heard.ToString();
    }

    private static string Said(JsonObject payload) => payload["event"]!["text"]!.ToString();
}
