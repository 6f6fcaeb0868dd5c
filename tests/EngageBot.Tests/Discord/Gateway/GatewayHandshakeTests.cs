using EngageBot.Discord.Gateway;
using EngageBot.Discord.Gateway.Events;
using EngageBot.Discord.Models;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeDiscord;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Tests.Discord.Gateway;

public sealed class GatewayHandshakeTests
{
    [Fact]
    public async Task After_hello_the_client_identifies_and_is_told_of_its_guilds()
    {
        var guild = FakePayloads.Guild(TestMessages.Guild, "The guild", (TestMessages.Channel, "general"));
        await using var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { Guilds = [guild] });
        await using var client = new GatewayTestClient(discord);

        var ready = await client.NextAsync<ReadyEvent>();
        Assert.Equal(TestMessages.Guild, Assert.Single(ready.Guilds).Id);
        Assert.Equal("general", Assert.Single((await client.NextAsync<GuildCreateEvent>()).Guild.Channels).Name);
        Assert.Equal(2, client.Place.Sequence);

        var identify = Assert.Single(discord.Gateway.Received, command => command.Opcode == 2).Data;
        Assert.Equal((int)GatewayTestClient.Intents, identify.GetProperty("intents").GetInt32());
        Assert.Equal([0, 1], identify.GetProperty("shard").EnumerateArray().Select(number => number.GetInt32()));
    }

    [Fact]
    public async Task A_place_stored_by_another_process_is_resumed()
    {
        await using var discord = await FakeDiscord.StartAsync();
        GatewaySession stored;
        await using (var first = new GatewayTestClient(discord))
        {
            await first.NextAsync<ReadyEvent>();
            stored = first.Place;
            await discord.SayAsync("taken but not stored");
            Assert.Equal("taken but not stored", await first.NextTextAsync());
        }

        await discord.SayAsync("said while nobody listened");
        await using var second = new GatewayTestClient(discord, stored);
        Assert.Equal("taken but not stored", await second.NextTextAsync());
        Assert.Equal("said while nobody listened", await second.NextTextAsync());
        await second.NextAsync<ResumedEvent>();
        Assert.Equal(1, discord.Gateway.Identifies);
    }

    [Fact]
    public async Task Where_a_resume_is_refused_a_new_session_is_begun()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new GatewayTestClient(discord, new GatewaySession("of yesterday", discord.Gateway.Address.ToString(), 77));

        await client.NextAsync<ReadyEvent>();

        Assert.Equal(1, discord.Gateway.Resumes);
        Assert.Equal(1, client.Place.Sequence);
    }

    [Fact]
    public async Task A_refusal_that_says_try_again_is_not_believed_for_ever()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new GatewayTestClient(discord);
        await client.NextAsync<ReadyEvent>();
        (discord.Gateway.AcceptsResumes, discord.Gateway.RefusalIsResumable) = (false, true);

        discord.Gateway.DropConnections();

        await client.NextAsync<ReadyEvent>();
        Assert.Equal(3, discord.Gateway.Resumes);
    }

    [Fact]
    public async Task An_address_for_resuming_that_nobody_answers_gives_way_to_the_general_one()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new GatewayTestClient(discord, new GatewaySession("of yesterday", "ws://127.0.0.1:9/", 77));

        await client.NextAsync<ReadyEvent>();

        Assert.Equal(1, discord.Gateway.Resumes);
    }

    [Fact]
    public async Task Shards_of_a_range_identify_with_their_numbers_and_bring_their_guilds()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var stop = new CancellationTokenSource(TestTime.Patience);
        var options = GatewayTestClient.Options(discord) with { Shards = ShardRange.Parse("1-2/4") };
        using var client = new GatewayClient(options, TimeProvider.System, new Random(1), NullLogger<GatewayClient>.Instance);
        var heard = new List<(int Shard, string Text)>();
        var ready = 0;
        await foreach (var dispatch in client.ReadAsync(new Dictionary<int, GatewaySession>(), stop.Token))
        {
            if (dispatch.Event is ReadyEvent && ++ready == 2)
            {
                foreach (var shard in Enumerable.Range(0, 4))
                {
                    await discord.SayAsync(new Snowflake((ulong)shard << 22), $"for {shard}");
                }
            }

            if (dispatch.Event is MessageCreateEvent created)
            {
                heard.Add((dispatch.ShardId, created.Message.Content));
            }

            if (heard.Count == 2)
            {
                break;
            }
        }

        Assert.Equal([(1, "for 1"), (2, "for 2")], heard.Order());
    }

    [Fact]
    public async Task The_wrong_token_ends_the_stream_with_a_sentence_that_does_not_show_it()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new GatewayTestClient(discord, token: "some-other-token");

        var error = await Assert.ThrowsAsync<GatewayClosedException>(client.NextAsync);

        Assert.Contains("developer portal", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("some-other-token", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_privileged_intent_that_is_off_ends_the_stream()
    {
        await using var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { AllowedIntents = GatewayIntents.Guilds | GatewayIntents.GuildMessages });
        await using var client = new GatewayTestClient(discord);

        Assert.Equal(4_014, (await Assert.ThrowsAsync<GatewayClosedException>(client.NextAsync)).Code.Number);
    }

    [Fact]
    public async Task The_presence_is_sent_once_the_session_is_there()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var client = new GatewayTestClient(discord);
        Assert.False(await client.Shard.UpdatePresenceAsync(PresenceStatus.Idle));

        await client.NextAsync<ReadyEvent>();
        Assert.True(await client.Shard.UpdatePresenceAsync(PresenceStatus.Dnd));

        await GatewayTestClient.UntilAsync(() => discord.Gateway.Received.Any(command => command.Opcode == 3));
        Assert.Equal("dnd", discord.Gateway.Received.Last(command => command.Opcode == 3).Data.GetProperty("status").GetString());
    }
}
