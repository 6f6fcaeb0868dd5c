using System.Net;
using EngageBot.Host.Playground;
using EngageBot.Host.Web;
using EngageBot.Host.Web.Dashboard;
using EngageBot.Host.Web.Playground;
using EngageBot.Members;
using EngageBot.TestKit;
using EngageBot.Tests.Host.Playground;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Tests.Host.Web;

/// <summary>The Playground with its moderators' pages, on a real socket.</summary>
internal sealed class TownSite : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("town-");
    private readonly PlaygroundDrop _dropped = new(ErasureKey.InMemory(), TimeProvider.System);
    private readonly PlaygroundWeb _web;
    private readonly WebServer _server;
    private readonly Task _serving;
    private readonly Task _living;

    private TownSite(TaskCompletionSource<Uri> listening)
    {
        _web = new PlaygroundWeb(Playground, _dropped, TimeProvider.System);
        var pages = new PlaygroundDashboard(Playground, TimeProvider.System, NullLogger<PageFaults>.Instance);
        _server = new WebServer(new IPEndPoint(IPAddress.Loopback, 0), [WebPages.Part, pages.Part, _web.Part], TimeProvider.System, NullLogger<WebServer>.Instance)
        {
            Listening = address =>
            {
                Playground.Pages.At = address;
                listening.SetResult(address);
            },
        };
        _serving = _server.RunAsync(_stop.Token);
        _living = Playground.RunAsync(Past("help"), _stop.Token);
    }

    public PlaygroundSite Playground { get; } = new(TimeProvider.System, NullLogger.Instance);

    public Uri Address { get; private set; } = null!;

    /// <summary>The town that is open.</summary>
    public PlaygroundTown Town => Playground.Stage!.Town;

    /// <summary>All routes that there are.</summary>
    public IReadOnlyList<RouteEndpoint> Routes => [.. ((IEndpointRouteBuilder)_server.Build()).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    /// <summary>Its people talk in the channel "help".</summary>
    public static async Task<TownSite> OpenAsync()
    {
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var site = new TownSite(listening);
        site.Address = await listening.Task.WaitAsync(TestTime.Patience);
        await site.UntilOpenAsync(before: null);
        return site;
    }

    /// <summary>Another town takes the place of this one.</summary>
    /// <param name="channel">In which its people talk.</param>
    public async Task RestartAsync(string channel)
    {
        var before = Town;
        Playground.Restart(Past(channel));
        await UntilOpenAsync(before);
    }

    /// <summary>A browser with cookies of its own, which follows no redirect by itself.</summary>
    public HttpClient Browser() => new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_serving, _living).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _web.Dispose();
        _dropped.Dispose();
        _stop.Dispose();
        _folder.Delete(recursive: true);
    }

    private string Past(string channel)
    {
        var path = Path.Combine(_folder.FullName, $"{channel}.jsonl");
        File.WriteAllText(path, TownPast.Lines(TimeProvider.System.GetUtcNow(), channel));
        return path;
    }

    private async Task UntilOpenAsync(PlaygroundTown? before)
    {
        using var guard = new CancellationTokenSource(TestTime.Patience);
        while (Playground.Stage is not { Town.IsOpen: true } stage || stage.Town == before)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, guard.Token);
        }
    }
}
