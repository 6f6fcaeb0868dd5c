using System.Security.Cryptography;
using EngageBot.Chat;
using EngageBot.Health;
using EngageBot.Host.Platforms.Slack.Commands;
using EngageBot.Host.Platforms.Slack.Http;
using EngageBot.Host.Platforms.Slack.Reading;
using EngageBot.Pipeline;
using EngageBot.Slack;
using EngageBot.Slack.SocketMode;
using EngageBot.Slack.WebApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Host.Platforms.Slack;

/// <summary>What the bot learns from Slack before it listens: which workspaces its tokens are of, and who it is there.</summary>
internal sealed class SlackConnection : PlatformConnection
{
    private readonly SlackSettings _settings;
    private readonly List<SocketModeClient> _sockets = [];
    private readonly List<SlackListener> _listeners = [];

    private SlackConnection(SlackSettings settings, SlackWorlds worlds)
    {
        _settings = settings;
        Worlds = worlds;
    }

    public SlackWorlds Worlds { get; }

    /// <exception cref="EngageBot.Slack.SlackAuthenticationException">A token is wrong.</exception>
    /// <exception cref="SlackGoneException">Slack will not have the bot; the message says why.</exception>
    /// <exception cref="SlackCallException">Slack cannot be reached.</exception>
    public static async Task<SlackConnection> OpenAsync(SlackSettings settings, ChatEventQueue queue, TimeProvider clock, CancellationToken cancellationToken)
    {
        List<SlackWorld> worlds = [];
        try
        {
            foreach (var workspace in settings.Workspaces)
            {
                var world = await OpenAsync(settings, workspace, clock, cancellationToken);
                worlds.Add(world);
                if (worlds.Count(other => other.Team == world.Team) > 1)
                {
                    throw new SlackGoneException($"{SlackOptions.Section}:Workspaces names workspace {OneLine.Of(world.Team, 20)} twice, with different tokens: leave one of them out.");
                }
            }

            return new SlackConnection(settings, new SlackWorlds(worlds, queue));
        }
        catch
        {
            worlds.ForEach(world => world.Dispose());
            throw;
        }
    }

    public override void AddTo(IServiceCollection services)
    {
        services.AddSingleton(_settings);
        services.AddSingleton(Worlds);
        services.AddSingleton<SlackLearner>();
        services.AddSingleton<SlackDepartures>();
        services.AddSingleton<SlackUserGroups>();
        services.AddSingleton<SlackOpening>();
        services.AddSingleton<SlackIntake>();
        services.AddSingleton<SlackGroupMembers>();
        services.AddSingleton<SlackReaders>();
        services.AddSingleton<SlackPresences>();
        services.AddSingleton(provider => new GapReader(_settings.ReadBack, _settings.FirstReadBack, _settings.ReadBackMessages, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<GapFiller>();
        services.AddSingleton<IChatPlatform, SlackSender>();
        services.AddSingleton<SlackAskers>();
        services.AddSingleton<SlackHome>();
        services.AddSingleton<SlackCommands>();
        services.AddSingleton<SlackHttpListener>();
        services.AddSingleton(provider => new SlackSigners(SecretsOf(Worlds), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SlackRequests>();
    }

    public override IReadOnlyList<Func<CancellationToken, Task>> Listeners(IServiceProvider services)
    {
        if (_settings.Mode == SlackMode.Socket)
        {
            OpenSockets(services);
        }

        var commands = services.GetRequiredService<SlackCommands>();
        services.GetRequiredService<SlackIntake>().Interacted = commands.TakeAsync;
        var health = new SlackHealth(_sockets, services.GetRequiredService<HealthBook>(), services.GetRequiredService<TimeProvider>());
        return
        [
            .. _listeners.Select<SlackListener, Func<CancellationToken, Task>>(listener => listener.RunAsync),
            .. _settings.Mode == SlackMode.Http ? (Func<CancellationToken, Task>[])[services.GetRequiredService<SlackHttpListener>().RunAsync] : [],
            commands.RunAsync,
            services.GetRequiredService<GapFiller>().RunAsync,
            services.GetRequiredService<SlackDepartures>().RunAsync,
            health.RunAsync,
        ];
    }

    public override IReadOnlyList<Action<IEndpointRouteBuilder>> Routes(IServiceProvider services) =>
        _settings.Mode == SlackMode.Http ? [services.GetRequiredService<SlackRequests>().Map] : [];

    public override Task StartedAsync(HealthBook book, CancellationToken cancellationToken) => SlackStart.SucceededAsync(book, Worlds, cancellationToken);

    public override void Dispose()
    {
        _sockets.ForEach(socket => socket.Dispose());
        foreach (var world in Worlds.All)
        {
            world.Dispose();
        }
    }

    private static async Task<SlackWorld> OpenAsync(SlackSettings settings, SlackWorkspaceSettings workspace, TimeProvider clock, CancellationToken cancellationToken)
    {
        var client = new SlackWebClient(workspace.BotToken, settings.Client, clock, NullLogger.Instance);
        try
        {
            return (await client.TestAuthAsync(cancellationToken)) switch
            {
                SlackResult<AuthTest>.Refused refused => throw new SlackGoneException(refused.Message),
                var self => new SlackWorld(settings, workspace, self.ValueOrThrow(), client, clock),
            };
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private static Dictionary<string, SigningSecret> SecretsOf(SlackWorlds worlds) =>
        worlds.All.Where(world => world.Workspace.SigningSecret is not null).ToDictionary(world => world.Team, world => world.Workspace.SigningSecret!);

    /// <summary>An app that is in several workspaces has the same sockets for all of them.</summary>
    private void OpenSockets(IServiceProvider services)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        foreach (var app in Worlds.All.GroupBy(world => world.Workspace.AppToken!.Reveal(), StringComparer.Ordinal))
        {
            var socket = new SocketModeClient(
                app.First().Workspace.AppToken!,
                _settings.Client,
                new SocketModeOptions { Connections = _settings.Connections, FirstBackoff = _settings.FirstBackoff, LongestBackoff = _settings.LongestBackoff },
                clock,
                new Random(RandomNumberGenerator.GetInt32(int.MaxValue)),
                services.GetRequiredService<ILogger<SocketModeClient>>());
            _sockets.Add(socket);
            _listeners.Add(new SlackListener(
                socket, [.. app], _settings, services.GetRequiredService<SlackOpening>(), services.GetRequiredService<SlackIntake>(), services.GetRequiredService<ILogger<SlackListener>>()));
        }
    }
}
