using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EngageBot.TestKit;

/// <summary>A web server on loopback with web sockets, at a port of its own.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication _server;

    private FakeServer(WebApplication server) => _server = server;

    /// <summary>For example <c>http://127.0.0.1:40000</c>.</summary>
    public Uri Address => new(_server.Urls.First());

    /// <param name="map">The routes.</param>
    public static async Task<FakeServer> StartAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.UseWebSockets();
        server.UseRouting();
        map(server);
        await server.StartAsync();
        return new FakeServer(server);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
    }
}
