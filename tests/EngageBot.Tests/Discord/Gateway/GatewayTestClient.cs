using EngageBot.Discord;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Gateway.Events;
using EngageBot.Discord.Models;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeDiscord;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Tests.Discord.Gateway;

/// <summary>One shard against a fake Discord; an event that stays away fails the test.</summary>
internal sealed class GatewayTestClient : IAsyncDisposable
{
    public const GatewayIntents Intents = GatewayIntents.Guilds | GatewayIntents.GuildMessages | GatewayIntents.MessageContent;

    private readonly CancellationTokenSource _stop = new();
    private readonly GatewayClient _client;
    private readonly IAsyncEnumerator<GatewayDispatch> _events;

    public GatewayTestClient(FakeDiscord discord, GatewaySession? stored = null, string token = "fake-token", GatewayIntents intents = Intents)
    {
        _client = new GatewayClient(Options(discord, token) with { Intents = intents }, TimeProvider.System, new Random(1), NullLogger<GatewayClient>.Instance);
        Shard = _client.Shards[0];
        _events = Shard.ReadAsync(stored, _stop.Token).GetAsyncEnumerator(_stop.Token);
    }

    public GatewayShard Shard { get; }

    /// <summary>The place after the event taken last.</summary>
    public GatewaySession Place { get; private set; }

    public static GatewayClientOptions Options(FakeDiscord discord, string token = "fake-token") => new()
    {
        Token = new BotToken(token),
        Intents = Intents,
        Gateway = discord.Gateway.GatewayBot,
        FirstBackoff = TimeSpan.FromMilliseconds(10),
        LongestBackoff = TimeSpan.FromMilliseconds(50),
    };

    public async Task<GatewayEvent> NextAsync()
    {
        Assert.True(await _events.MoveNextAsync().AsTask().WaitAsync(TestTime.Patience));
        Place = _events.Current.Session;
        return _events.Current.Event;
    }

    public async Task<T> NextAsync<T>()
        where T : GatewayEvent => Assert.IsType<T>(await NextAsync());

    /// <summary>The text of the next message, past whatever else comes.</summary>
    public async Task<string> NextTextAsync()
    {
        while (true)
        {
            if (await NextAsync() is MessageCreateEvent created)
            {
                return created.Message.Content;
            }
        }
    }

    public static async Task UntilAsync(Func<bool> condition)
    {
        using var guard = new CancellationTokenSource(TestTime.Patience);
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, guard.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _events.DisposeAsync();
        }
        catch (NotSupportedException)
        {
            // Somebody still waits for an event; the cancelled token ends that.
        }

        _client.Dispose();
        _stop.Dispose();
    }
}
