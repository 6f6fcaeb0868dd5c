using EngageBot.Discord.Gateway;
using EngageBot.Discord.Gateway.Events;
using EngageBot.Discord.Models;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeDiscord;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Tests.Discord.Gateway;

public sealed class GatewayStreamTests
{
    [Theory]
    [InlineData(FakeDeliveryFault.None)]
    [InlineData(FakeDeliveryFault.Lose)]
    [InlineData(FakeDeliveryFault.Duplicate)]
    [InlineData(FakeDeliveryFault.Reorder)]
    public async Task Each_event_comes_once_and_in_order_whatever_the_line_does(FakeDeliveryFault fault)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new GatewayTestClient(discord);
        await client.NextAsync<ReadyEvent>();
        discord.Gateway.Fault = (_, sequence) => sequence == 3 ? fault : FakeDeliveryFault.None;

        foreach (var text in new[] { "one", "two", "three", "four" })
        {
            await discord.SayAsync(text);
        }

        Assert.Equal(["one", "two", "three", "four"], [await client.NextTextAsync(), await client.NextTextAsync(), await client.NextTextAsync(), await client.NextTextAsync()]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public async Task A_payload_may_come_in_pieces(int longestFrame)
    {
        await using var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { LongestFrame = longestFrame });
        await using var client = new GatewayTestClient(discord);
        await client.NextAsync<ReadyEvent>();

        await discord.SayAsync("one");
        await discord.SayAsync("zwei mit Umlauten: äöü, und 日本語");

        Assert.Equal("one", await client.NextTextAsync());
        Assert.Equal("zwei mit Umlauten: äöü, und 日本語", await client.NextTextAsync());
    }

    [Fact]
    public async Task A_payload_may_be_larger_than_any_buffer()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new GatewayTestClient(discord);
        await client.NextAsync<ReadyEvent>();
        var random = new Random(3);
        var text = new string([.. Enumerable.Range(0, 3_000_000).Select(_ => (char)random.Next('a', 'z' + 1))]);

        await discord.SayAsync(text);
        await discord.SayAsync("small again");

        Assert.Equal(text, await client.NextTextAsync());
        Assert.Equal("small again", await client.NextTextAsync());
    }

    [Fact]
    public async Task An_event_nobody_knows_counts_towards_the_place()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new GatewayTestClient(discord);
        await client.NextAsync<ReadyEvent>();

        await discord.Gateway.DispatchAsync("SOMETHING_NEW", """{"a":[1,2,{"d":3}]}""");

        Assert.Equal("SOMETHING_NEW", (await client.NextAsync<UnknownEvent>()).Name);
        Assert.Equal(2, client.Place.Sequence);
    }

    [Fact]
    public async Task An_event_that_is_not_as_documented_is_passed_on_as_such()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new GatewayTestClient(discord);
        await client.NextAsync<ReadyEvent>();

        await discord.Gateway.DispatchAsync("MESSAGE_CREATE", """{"id":"1"}""");
        await discord.SayAsync("one");

        var invalid = await client.NextAsync<InvalidEvent>();
        Assert.Equal("MESSAGE_CREATE", invalid.Name);
        Assert.Contains("channel_id", invalid.Error, StringComparison.Ordinal);
        Assert.Equal("one", await client.NextTextAsync());
    }

    [Fact]
    public async Task Without_the_intent_the_words_are_empty_and_the_rest_is_there()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new GatewayTestClient(discord, intents: GatewayIntents.Guilds | GatewayIntents.GuildMessages);
        await client.NextAsync<ReadyEvent>();

        await discord.SayAsync("one");

        var message = (await client.NextAsync<MessageCreateEvent>()).Message;
        Assert.Equal(("", TestMessages.Channel), (message.Content, message.ChannelId));
    }

    [Fact]
    public async Task A_session_that_cannot_be_read_ends_the_stream_and_costs_no_further_ones()
    {
        await using var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { HeartbeatInterval = TimeSpan.FromHours(1) });
        await using var client = new GatewayTestClient(discord, new GatewaySession("of yesterday", discord.Gateway.Address.ToString(), 7));
        discord.Gateway.AcceptsResumes = false;
        discord.Gateway.Fault = (_, _) => FakeDeliveryFault.Lose;

        var next = client.NextAsync();
        await GatewayTestClient.UntilAsync(() => discord.Gateway.Identifies == 1);
        await discord.Gateway.SendAsync("""{"t":"READY","s":1,"op":0,"d":{"v":11}}""");

        var error = await Assert.ThrowsAsync<UnreadableReadyException>(() => next);
        Assert.Contains("session_id", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_payload_at_all_costs_a_connection_and_nothing_else()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new GatewayTestClient(discord);
        await client.NextAsync<ReadyEvent>();

        await discord.Gateway.SendAsync("[]");
        await discord.SayAsync("one");

        Assert.Equal("one", await client.NextTextAsync());
    }

    [Fact]
    public async Task Over_four_shards_whose_lines_drop_all_the_time_each_message_comes_once()
    {
        const int Messages = 2_000;
        await using var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { RecommendedShards = 4 });
        using var stop = new CancellationTokenSource(TestTime.Patience);
        using var client = new GatewayClient(GatewayTestClient.Options(discord), TimeProvider.System, new Random(1), NullLogger<GatewayClient>.Instance);
        var heard = new List<string>();
        var (begun, sending) = (0, Task.CompletedTask);
        await foreach (var dispatch in client.ReadAsync(new Dictionary<int, GatewaySession>(), stop.Token))
        {
            heard.AddRange(dispatch.Event is MessageCreateEvent created ? [created.Message.Content] : Array.Empty<string>());
            sending = dispatch.Event is ReadyEvent && ++begun == 4 ? SendAsync() : sending; // Not before: whose line drops earlier begins anew, and has missed what was said.
            if (heard.Count == Messages)
            {
                break;
            }
        }

        await sending;
        Assert.Equal(Enumerable.Range(0, Messages).Select(Name).Order(StringComparer.Ordinal), heard.Order(StringComparer.Ordinal));
        Assert.True(discord.Gateway.Resumes > 4, "No line was dropped");

        async Task SendAsync()
        {
            for (var number = 0; number < Messages; number++)
            {
                await discord.SayAsync(new Snowflake((ulong)(number % 4) << 22), Name(number));
                if (number % 200 == 100)
                {
                    discord.Gateway.DropConnections();
                    await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
                }
            }
        }

        static string Name(int number) => $"message {number}";
    }
}
