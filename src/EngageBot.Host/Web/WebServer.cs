using System.Net;
using EngageBot.Host.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EngageBot.Host.Web;

/// <summary>The program's own web server: what its parts serve is served, and nothing else.</summary>
internal sealed partial class WebServer(IPEndPoint listen, IReadOnlyList<WebPart> parts, TimeProvider clock, ILogger<WebServer> logger)
{
    private const int MostConnections = 500;

    private const int LongestHeaders = 16 * 1024;

    /// <summary>What was being answered when the program was told to stop has so long to be committed.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(5);

    private static readonly (string Name, string Value)[] Headers =
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
        ("Referrer-Policy", "no-referrer"),
        ("Cache-Control", "no-store"),
    ];

    /// <summary>Told each address, once requests are taken there.</summary>
    public Action<Uri>? Listening { get; init; }

    /// <summary>Until cancelled.</summary>
    /// <exception cref="ConfigurationException">The address is in use, or not this machine's.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var server = Build();
        try
        {
            await server.StartAsync(cancellationToken);
        }
        catch (IOException fault)
        {
            throw new ConfigurationException($"{WebOptions.Section}:{nameof(WebOptions.Listen)}: {fault.Message}", fault);
        }

        foreach (var address in server.Urls)
        {
            LogListening(address);
            Listening?.Invoke(new Uri(address));
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var guard = new CancellationTokenSource(LongestStop, clock);
        await server.StopAsync(guard.Token);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Without what a web server usually brings along: neither settings of its own nor a log, in which addresses and bodies could appear.</summary>
    internal WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddRoutingCore();
        foreach (var part in parts)
        {
            part.Services?.Invoke(builder.Services);
        }

        builder.WebHost.UseKestrelCore().ConfigureKestrel(Configure);
        var server = builder.Build();
        server.Use(Harden);
        foreach (var part in parts)
        {
            part.Use?.Invoke(server);
        }

        foreach (var part in parts)
        {
            part.Map(server);
        }

        return server;
    }

    private void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = MostConnections;
        kestrel.Limits.MaxRequestHeadersTotalSize = LongestHeaders;
        kestrel.Listen(listen, endpoint => endpoint.Protocols = HttpProtocols.Http1);
    }

    private static Task Harden(HttpContext http, RequestDelegate next)
    {
        foreach (var (name, value) in Headers)
        {
            http.Response.Headers[name] = value;
        }

        return next(http);
    }

    [LoggerMessage(LogLevel.Information, "Listening for requests at {Address}")]
    private partial void LogListening(string address);
}
