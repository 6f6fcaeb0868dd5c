using EngageBot.Discord.Gateway;
using EngageBot.Discord.Gateway.Events;
using EngageBot.TestKit.FakeDiscord;

namespace EngageBot.Tests.Discord.Gateway;

public sealed class GatewayReconnectTests
{
    public static TheoryData<int> CloseCodes => [.. CloseCode.All.Select(code => code.Number!.Value), 1000, 1001, 1006 + 3_000];

    [Fact]
    public async Task After_a_dropped_line_the_session_is_resumed_and_what_was_missed_is_replayed()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new GatewayTestClient(discord);
        await client.NextAsync<ReadyEvent>();

        discord.Gateway.DropConnections();
        await discord.SayAsync("one");
        await discord.SayAsync("two");

        Assert.Equal("one", await client.NextTextAsync());
        Assert.Equal("two", await client.NextTextAsync());
        await client.NextAsync<ResumedEvent>();
        Assert.Equal((1, 1), (discord.Gateway.Identifies, discord.Gateway.Resumes));
    }

    [Fact]
    public async Task Whether_it_is_connected_can_be_asked()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new GatewayTestClient(discord);
        Assert.Equal((false, 0), (client.Shard.IsConnected, client.Shard.Begun));
        await client.NextAsync<ReadyEvent>();
        Assert.Equal((true, 1), (client.Shard.IsConnected, client.Shard.Begun));

        discord.Gateway.IsDown = true;
        discord.Gateway.DropConnections();
        var next = client.NextAsync();
        await GatewayTestClient.UntilAsync(() => !client.Shard.IsConnected);
        discord.Gateway.IsDown = false;

        Assert.IsType<ResumedEvent>(await next);
        Assert.Equal((true, 2), (client.Shard.IsConnected, client.Shard.Begun));
    }

    [Fact]
    public async Task A_heartbeat_without_an_answer_is_a_dead_line()
    {
        await using var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { HeartbeatInterval = TimeSpan.FromMilliseconds(200) });
        discord.Gateway.AcksHeartbeats = false;
        await using var client = new GatewayTestClient(discord);
        await client.NextAsync<ReadyEvent>();

        var next = client.NextAsync();
        await GatewayTestClient.UntilAsync(() => discord.Gateway.ConnectionsOpened > 1);
        discord.Gateway.AcksHeartbeats = true;

        Assert.IsType<ResumedEvent>(await next);
    }

    [Fact]
    public async Task A_reader_that_is_busy_keeps_its_connection_alive()
    {
        await using var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { HeartbeatInterval = TimeSpan.FromMilliseconds(100) });
        await using var client = new GatewayTestClient(discord);
        await client.NextAsync<ReadyEvent>();
        await discord.SayAsync("one");
        Assert.Equal("one", await client.NextTextAsync());

        // Nobody reads, so nobody sees the answers; the heart beats on.
        await GatewayTestClient.UntilAsync(() => discord.Gateway.Received.Count(command => command.Opcode == 1) > 6);
        await discord.SayAsync("two");

        Assert.Equal("two", await client.NextTextAsync());
        Assert.Equal(1, discord.Gateway.ConnectionsOpened);
    }

    [Fact]
    public async Task A_request_for_a_heartbeat_is_answered_at_once()
    {
        await using var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { HeartbeatInterval = TimeSpan.FromHours(1) });
        await using var client = new GatewayTestClient(discord);
        await client.NextAsync<ReadyEvent>();

        await discord.Gateway.RequestHeartbeatAsync();
        await discord.SayAsync("one");
        await client.NextTextAsync();

        await GatewayTestClient.UntilAsync(() => discord.Gateway.Received.Any(command => command.Opcode == 1));
        Assert.Equal(1, discord.Gateway.Received.Single(command => command.Opcode == 1).Data.GetInt64());
    }

    [Fact]
    public async Task Op_7_is_followed_by_a_resume()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new GatewayTestClient(discord);
        await client.NextAsync<ReadyEvent>();

        await discord.Gateway.ReconnectAsync();

        await client.NextAsync<ResumedEvent>();
        Assert.Equal(1, discord.Gateway.Identifies);
    }

    [Fact]
    public async Task Op_9_false_is_followed_by_a_new_session()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new GatewayTestClient(discord);
        await client.NextAsync<ReadyEvent>();
        var before = client.Place.SessionId;

        await discord.Gateway.InvalidateAsync(resumable: false);

        await Task.WhenAll(client.NextAsync<ReadyEvent>());
        Assert.NotEqual(before, client.Place.SessionId);
        Assert.Equal(0, discord.Gateway.Resumes);
    }

    [Fact]
    public async Task Op_9_true_is_followed_by_a_resume()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new GatewayTestClient(discord);
        await client.NextAsync<ReadyEvent>();

        await discord.Gateway.InvalidateAsync(resumable: true);

        await client.NextAsync<ResumedEvent>();
        Assert.Equal(1, discord.Gateway.Identifies);
    }

    [Theory, MemberData(nameof(CloseCodes))]
    public async Task A_closed_connection_is_followed_by_what_its_code_means(int number)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new GatewayTestClient(discord);
        await client.NextAsync<ReadyEvent>();

        await discord.Gateway.CloseAsync(number);

        switch (CloseCode.Of(number).Consequence)
        {
            case CloseConsequence.Stop:
                var error = await Assert.ThrowsAsync<GatewayClosedException>(client.NextAsync);
                Assert.Contains(CloseCode.Of(number).Explanation, error.Message, StringComparison.Ordinal);
                break;
            case CloseConsequence.Resume:
                await client.NextAsync<ResumedEvent>();
                break;
            default:
                await client.NextAsync<ReadyEvent>();
                break;
        }
    }
}
