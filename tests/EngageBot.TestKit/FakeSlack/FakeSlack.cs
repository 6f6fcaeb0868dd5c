using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>
/// Slack on this machine: a real server with workspaces, the Web API, sockets and signed requests to an app's own address. It checks what it is sent and
/// misbehaves when told to. What a client did wrong is collected, and fails the test when the server is disposed of.
/// </summary>
[SuppressMessage("Design", "MA0049", Justification = "The folder holds the parts of this one thing.")]
public sealed class FakeSlack : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly FakeSlackOptions _options;
    private readonly List<FakeSlackApp> _apps = [];
    private readonly List<FakeWorkspace> _workspaces = [];
    private FakeServer? _server;
    private long _last = 1_000;

    private FakeSlack(FakeSlackOptions options)
    {
        _options = options;
        WebApi = new FakeSlackWebApi(this, options);
        _apps.Add(new FakeSlackApp(options, Violations, 1));
    }

    /// <summary>The server's address, for example <c>http://127.0.0.1:40000/</c>.</summary>
    public Uri Address => _server!.Address;

    /// <summary>Where the Web API's methods are, for example <c>http://127.0.0.1:40000/api/</c>.</summary>
    public Uri Api => new(Address, "api/");

    public FakeSlackWebApi WebApi { get; }

    /// <summary>What the client did that Slack forbids.</summary>
    public FakeViolations Violations { get; } = new();

    /// <summary>Whether the bot may call whole channels and groups; to do so is a violation otherwise.</summary>
    public bool AllowsBroadcasts { get; set; }

    /// <summary>The first app.</summary>
    public FakeSlackApp App => Apps[0];

    public IReadOnlyList<FakeSlackApp> Apps
    {
        get
        {
            lock (_gate)
            {
                return [.. _apps];
            }
        }
    }

    public IReadOnlyList<FakeWorkspace> Workspaces
    {
        get
        {
            lock (_gate)
            {
                return [.. _workspaces];
            }
        }
    }

    public static async Task<FakeSlack> StartAsync(FakeSlackOptions? options = null)
    {
        var slack = new FakeSlack(options ?? new FakeSlackOptions());
        slack._server = await FakeServer.StartAsync(slack.Map);
        slack.Place(slack.App);
        return slack;
    }

    public FakeSlackApp AddApp()
    {
        lock (_gate)
        {
            var app = new FakeSlackApp(_options, Violations, _apps.Count + 1);
            _apps.Add(app);
            Place(app);
            return app;
        }
    }

    /// <summary>A workspace with the bot in it.</summary>
    /// <param name="app">Which app the bot belongs to; the first without.</param>
    public FakeWorkspace AddWorkspace(string name = "acme", FakeSlackApp? app = null)
    {
        lock (_gate)
        {
            var workspace = new FakeWorkspace(name, app ?? _apps[0], _options.Clock, () => Interlocked.Increment(ref _last), () => Address);
            _workspaces.Add(workspace);
            return workspace;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in Apps)
        {
            app.Sockets.Drop();
        }

        await _server!.DisposeAsync();
        foreach (var app in Apps)
        {
            app.Dispose();
        }

        WebApi.Record.Save();
        Violations.ThrowIfAny();
    }

    private void Map(WebApplication server)
    {
        WebApi.Map(server);
        FakeFileMethods.Map(this, server);
        new FakeResponseUrls(this).Map(server);
        server.Map("/link/", async (HttpContext http) =>
        {
            var app = Apps.FirstOrDefault(known => known.Id == http.Request.Query["app_id"].ToString());
            await (app?.Sockets.ServeAsync(http) ?? Task.FromException(new BadHttpRequestException("no such app")));
        });
    }

    private void Place(FakeSlackApp app) => app.Sockets.Address = new UriBuilder(Address) { Scheme = Uri.UriSchemeWs, Path = "/link/" }.Uri;
}
