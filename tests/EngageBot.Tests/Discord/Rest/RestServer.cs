using EngageBot.Discord;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeDiscord;

namespace EngageBot.Tests.Discord.Rest;

/// <summary>A fake Discord with a guild, a channel and a client, over real sockets. What the client did wrong fails the test at its end.</summary>
internal sealed class RestServer : IAsyncDisposable
{
    public const string Create = "POST channels/{channel_id}/messages";
    public const string GetMessage = "GET channels/{channel_id}/messages/{message_id}";
    public const string Callback = "POST interactions/{interaction_id}/{interaction_token}/callback";

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    private readonly FakeDiscord _server;

    private RestServer(FakeDiscord server, FakeDiscordRest rest, VirtualClock clock)
    {
        _server = server;
        Rest = rest;
        Clock = clock;
        Guild = World.AddGuild();
        Channel = World.AddChannel(Guild);
        Client = NewClient();
    }

    public FakeDiscordRest Rest { get; }

    public FakeWorld World => Rest.World;

    public VirtualClock Clock { get; }

    public FakeViolations Violations => _server.Violations;

    public Snowflake Guild { get; }

    public Snowflake Channel { get; }

    public DiscordRestClient Client { get; private set; }

    public LineLogger<DiscordRestClient> Log { get; } = new();

    public static async Task<RestServer> StartAsync()
    {
        var clock = new VirtualClock(TestTime.Noon);
        var options = new FakeDiscordOptions();
        FakeDiscordRest? rest = null;
        var server = await FakeDiscord.StartAsync(options, (app, violations) =>
        {
            rest = new FakeDiscordRest(options, violations, clock);
            rest.Map(app);
        });
        return new RestServer(server, rest!, clock);
    }

    /// <summary>A client with other options, or another token.</summary>
    public DiscordRestClient NewClient(Func<DiscordRestOptions, DiscordRestOptions>? change = null, string? token = null)
    {
        var options = new DiscordRestOptions
        {
            BaseAddress = new Uri(_server.Address, "api/v10"),
            ProjectAddress = new Uri("https://example.org/bot"),
            ProjectVersion = "1.0",
            AttemptTimeout = TimeSpan.FromHours(1), // the clock runs fast while sockets do not
        };
        Client?.Dispose();
        Client = new DiscordRestClient(new BotToken(token ?? new FakeDiscordOptions().Token), change?.Invoke(options) ?? options, Clock, Log);
        return Client;
    }

    public Task<RestResult<Message>> SayAsync(string text, Snowflake? channel = null, long? nonce = null) =>
        Client.CreateMessageAsync(channel ?? Channel, new MessageProperties { Content = text, Nonce = nonce }, CancellationToken.None);

    /// <summary>Lets the clock run until something is done, a step at a time; how long it took by that clock.</summary>
    public async Task<TimeSpan> PassTimeAsync(Task task)
    {
        var start = Clock.GetUtcNow();
        while (!task.IsCompleted)
        {
            await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System));
            if (!task.IsCompleted)
            {
                Clock.MoveTo(Clock.GetUtcNow() + Step);
            }
        }

        await task;
        return Clock.GetUtcNow() - start;
    }

    /// <summary>Waits, without time passing, until so many calls have reached the server.</summary>
    public async Task UntilCalledAsync(int calls)
    {
        using var guard = new CancellationTokenSource(TestTime.Patience, TimeProvider.System);
        while (Rest.Calls.Count < calls)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, guard.Token);
        }
    }

    /// <summary>Waits, without time passing, until the client has taken a 429 to heart.</summary>
    public async Task UntilLimitedAsync()
    {
        using var guard = new CancellationTokenSource(TestTime.Patience, TimeProvider.System);
        while (!Log.Lines.Any(line => line.Contains("Discord limits", StringComparison.Ordinal)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, guard.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Rest.Dispose();
        await _server.DisposeAsync();
    }
}
