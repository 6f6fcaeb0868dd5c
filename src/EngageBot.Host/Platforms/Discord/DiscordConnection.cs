using System.Security.Cryptography;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using EngageBot.Health;
using EngageBot.Host.Platforms.Discord.Commands;
using EngageBot.Host.Platforms.Discord.Reading;
using EngageBot.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Host.Platforms.Discord;

/// <summary>What the bot learns from Discord before it listens: where the gateway is, who it is itself, and which intents are switched on.</summary>
internal sealed class DiscordConnection : PlatformConnection
{
    private readonly DiscordSettings _settings;
    private readonly GatewayBot _gateway;
    private readonly Snowflake _application;

    private DiscordConnection(DiscordSettings settings, DiscordRestClient client, GatewayBot gateway, Snowflake application, DiscordWorld world)
    {
        _application = application;
        _settings = settings;
        _gateway = gateway;
        Client = client;
        World = world;
    }

    /// <summary>How many shards there are in all processes together.</summary>
    public int TotalShards => World.TotalShards;

    public DiscordRestClient Client { get; }

    public DiscordWorld World { get; }

    /// <exception cref="MissingIntentException">An intent is not switched on.</exception>
    /// <exception cref="DiscordAuthenticationException">The token is wrong.</exception>
    public static async Task<DiscordConnection> OpenAsync(DiscordSettings settings, ChatEventQueue queue, TimeProvider clock, CancellationToken cancellationToken)
    {
        var client = ClientOf(settings, clock, NullLogger<DiscordRestClient>.Instance);
        try
        {
            var application = (await client.GetCurrentApplicationAsync(cancellationToken)).ValueOrThrow();
            CheckIntents(settings, application.Flags);
            var gateway = (await client.GetGatewayBotAsync(cancellationToken)).ValueOrThrow();
            var bot = (await client.GetCurrentUserAsync(cancellationToken)).ValueOrThrow();
            var world = new DiscordWorld(settings, bot.Id, settings.Shards.Ids(gateway.Shards), settings.Shards.Total(gateway.Shards), clock) { Queue = queue };
            return new DiscordConnection(settings, client, gateway, application.Id, world);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    public static DiscordRestClient ClientOf(DiscordSettings settings, TimeProvider clock, ILogger<DiscordRestClient> logger)
    {
        var version = typeof(DiscordConnection).Assembly.GetName().Version?.ToString(3) ?? "0";
        return new DiscordRestClient(
            settings.Token, new DiscordRestOptions { BaseAddress = settings.ApiBaseUrl, ProjectAddress = settings.UserAgentUrl, ProjectVersion = version, BeforeEach = settings.Gate }, clock, logger);
    }

    /// <summary>No more than is used: not who is online, and members' comings and goings only where that is set.</summary>
    public static GatewayIntents IntentsOf(bool messageContent, bool members = false) =>
        GatewayIntents.Guilds | GatewayIntents.GuildMessages | GatewayIntents.GuildMessageReactions
        | (messageContent ? GatewayIntents.MessageContent : GatewayIntents.None)
        | (members ? GatewayIntents.GuildMembers : GatewayIntents.None);

    public override void AddTo(IServiceCollection services)
    {
        services.AddSingleton(_settings);
        services.AddSingleton(World);
        services.AddSingleton(provider => new GatewayClient(
            new GatewayClientOptions
            {
                Token = _settings.Token,
                Intents = World.Intents,
                Gateway = _gateway,
                Shards = _settings.Shards,
                FirstBackoff = _settings.FirstBackoff,
                BeforeConnect = _settings.Gate,
                BeforeIdentify = BeforeIdentifyAsync,
            },
            provider.GetRequiredService<TimeProvider>(),
            new Random(RandomNumberGenerator.GetInt32(int.MaxValue)),
            provider.GetRequiredService<ILogger<GatewayClient>>()));
        services.AddSingleton(Client);
        services.AddSingleton(provider => new GapReader(
            provider.GetRequiredService<DiscordRestClient>(), _settings.ReadBack, _settings.FirstReadBack, _settings.ReadBackMessages, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new ThreadFinder(provider.GetRequiredService<DiscordRestClient>(), _settings.FirstReadBack > _settings.ReadBack ? _settings.FirstReadBack : _settings.ReadBack, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<GapFiller>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<DiscordInteractions>(provider, _application));
        services.AddSingleton<InteractionRoute>();
        services.AddSingleton(provider =>
        {
            var listener = ActivatorUtilities.CreateInstance<DiscordListener>(provider);
            listener.Interacted = provider.GetRequiredService<InteractionRoute>().Take;
            return listener;
        });
        services.AddSingleton<DiscordReaders>();
        services.AddSingleton(provider => new DiscordHealth(
            provider.GetRequiredService<GatewayClient>().Shards, World, provider.GetRequiredService<RulesBook>(), provider.GetRequiredService<HealthBook>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IChatPlatform, DiscordSender>();
    }

    public override IReadOnlyList<Func<CancellationToken, Task>> Listeners(IServiceProvider services) =>
    [
        services.GetRequiredService<DiscordListener>().RunAsync,
        services.GetRequiredService<GapFiller>().RunAsync,
        services.GetRequiredService<DiscordHealth>().RunAsync,
        services.GetRequiredService<DiscordInteractions>().RunAsync,
        services.GetRequiredService<InteractionRoute>().RunAsync,
    ];

    public override Task StartedAsync(HealthBook book, CancellationToken cancellationToken) => DiscordStart.SucceededAsync(book, cancellationToken);

    public override void Dispose() => Client.Dispose();

    private async Task BeforeIdentifyAsync(int key, CancellationToken cancellationToken)
    {
        await (_settings.IdentifyTurn?.Invoke(key, cancellationToken) ?? Task.CompletedTask);
        await World.NoteIdentifyAsync(key, cancellationToken);
    }

    private static void CheckIntents(DiscordSettings settings, ApplicationFlags flags)
    {
        const string Where = "under Privileged Gateway Intents on the page Bot of the application in Discord's developer portal";
        if (settings.MessageContent && (flags & (ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited)) == ApplicationFlags.None)
        {
            throw new MissingIntentException(
                $"The bot may not read messages: switch on Message Content Intent {Where}, or set {DiscordOptions.Section}:MessageContent to false to work without what people write.");
        }

        if (settings.Members && (flags & (ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited)) == ApplicationFlags.None)
        {
            throw new MissingIntentException(
                $"The bot may not hear who comes and goes: switch on Server Members Intent {Where}, or set {DiscordOptions.Section}:Members to false to work without that.");
        }
    }
}
