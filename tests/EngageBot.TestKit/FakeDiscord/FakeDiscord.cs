using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>
/// Discord on this machine: a real server with a real gateway that checks what it is sent and misbehaves when told to. What a client did wrong is collected,
/// and fails the test when the server is disposed of.
/// </summary>
[SuppressMessage("Design", "MA0049", Justification = "The folder holds the parts of this one thing.")]
public sealed class FakeDiscord : IAsyncDisposable
{
    private readonly FakeServer _server;

    private FakeDiscord(FakeServer server, FakeDiscordGateway gateway, FakeViolations violations)
    {
        _server = server;
        Gateway = gateway;
        Violations = violations;
    }

    public FakeDiscordGateway Gateway { get; }

    /// <summary>What the client did that Discord forbids.</summary>
    public FakeViolations Violations { get; }

    /// <summary>The server's address, for example <c>http://127.0.0.1:40000</c>.</summary>
    public Uri Address => _server.Address;

    /// <param name="options">What the server is to be like.</param>
    /// <param name="map">More routes, for example those of REST.</param>
    public static async Task<FakeDiscord> StartAsync(FakeDiscordOptions? options = null, Action<WebApplication, FakeViolations>? map = null)
    {
        var violations = new FakeViolations();
        var gateway = new FakeDiscordGateway(options ?? new FakeDiscordOptions(), violations);
        var server = await FakeServer.StartAsync(app =>
        {
            gateway.Map(app);
            map?.Invoke(app, violations);
        });
        gateway.Address = new UriBuilder(server.Address) { Scheme = Uri.UriSchemeWs, Path = "/gateway" }.Uri;
        return new FakeDiscord(server, gateway, violations);
    }

    public async ValueTask DisposeAsync()
    {
        Gateway.DropConnections();
        await _server.DisposeAsync();
        Violations.ThrowIfAny();
    }
}
