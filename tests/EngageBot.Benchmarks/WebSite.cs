using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using Dapper;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Dashboard;
using EngageBot.Host.CommandLine;
using EngageBot.Host.Storage;
using EngageBot.Host.Web;
using EngageBot.Host.Web.Dashboard;
using EngageBot.Members;
using EngageBot.Pipeline;
using EngageBot.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Benchmarks;

/// <summary>The running program with its web server, on a database that was filled before and the clock of its last message.</summary>
internal sealed class WebSite : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ServiceProvider _services;
    private readonly FakeChatPlatform _platform;
    private readonly CommunityId _community;
    private readonly TimeProvider _clock;
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _running;

    private WebSite(SqliteDataSource database, CommunityId community, TimeProvider clock)
    {
        (_community, _clock, _platform) = (community, clock, new FakeChatPlatform(clock));
        var queue = new ChatEventQueue();
        var services = new ServiceCollection().AddLogging(log => log.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Error)).AddSingleton(clock).AddSingleton(queue);
        services.AddSingleton<DbDataSource>(database).AddSingleton<IChatPlatform>(_platform).AddSingleton(ErasureKey.InMemory());
        services.AddLiveEngine(new CommunityRules());
        _services = services.BuildServiceProvider();
        var pages = new DashboardPart(_services, new DashboardSettings(IsOn: true, PublicUrl: null));
        var server = new WebServer(new IPEndPoint(IPAddress.Loopback, 0), [pages.Part, WebPages.Part], TimeProvider.System, NullLogger<WebServer>.Instance)
        {
            Listening = address =>
            {
                pages.ListensAt(address);
                _listening.TrySetResult(address);
            },
        };
        _running = new LiveHost(_services, queue).RunAsync([server.RunAsync], _stop.Token);
    }

    public static async Task<WebSite> OpenAsync(SqliteDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var (platform, id) = await connection.QuerySingleAsync<(int Platform, string Id)>("SELECT platform, platform_id FROM communities");
        var now = DateTimeOffset.FromUnixTimeMilliseconds(await connection.ExecuteScalarAsync<long>("SELECT MAX(at) FROM messages"));
        return new WebSite(database, new CommunityId((Platform)platform, id), new ShiftedClock(now - TimeProvider.System.GetUtcNow()));
    }

    /// <summary>Somebody who is signed in, from an address of his own.</summary>
    public async Task<HttpClient> SignedInAsync(int number, CancellationToken cancellationToken)
    {
        var address = await _listening.Task.WaitAsync(cancellationToken);
        var member = new MemberId(_community, $"member-{number}");
        _platform.Managers.Add(member);
        var link = await _services.GetRequiredService<SignIns>().OfferAsync(new Asker(_community, member, _clock.GetUtcNow()) { ManagesCommunity = true }, cancellationToken);
        var handler = new SocketsHttpHandler { CookieContainer = new CookieContainer(), ConnectCallback = (_, stop) => ConnectAsync(number, address, stop) };
        var browser = new HttpClient(handler) { BaseAddress = address };
        browser.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, br");
        var token = WebLoad.TokenIn(await browser.GetStringAsync($"/dashboard/enter/{link}", cancellationToken));
        using var entered = await browser.PostAsync("/dashboard/enter", new FormUrlEncodedContent([new("token", token), new("link", link)]), cancellationToken);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _services.DisposeAsync();
        _stop.Dispose();
    }

    /// <summary>Requests are counted by address.</summary>
    private static async ValueTask<Stream> ConnectAsync(int number, Uri address, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(new IPAddress([127, 0, 1, (byte)(number + 1)]), 0));
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, address.Port), cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
