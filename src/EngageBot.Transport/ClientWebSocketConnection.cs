using System.Net.WebSockets;

namespace EngageBot.Transport;

/// <summary>The platform's own client. The only place that knows it.</summary>
public sealed class ClientWebSocketConnection : IWebSocketConnection
{
    private readonly ClientWebSocket _socket = new();

    /// <summary>A connection whose life is told by what is said on it.</summary>
    public ClientWebSocketConnection() => _socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;

    /// <summary>
    /// A connection that is pinged where nothing comes, and breaks where the answer stays away: its reader then fails as on any lost line. The answers are
    /// taken in also while nobody reads.
    /// </summary>
    public ClientWebSocketConnection(TimeSpan pingInterval, TimeSpan pongTimeout)
    {
        _socket.Options.KeepAliveInterval = pingInterval;
        _socket.Options.KeepAliveTimeout = pongTimeout;
    }

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public string? CloseDescription => _socket.CloseStatusDescription;

    public Task ConnectAsync(Uri address, CancellationToken cancellationToken) => _socket.ConnectAsync(address, cancellationToken);

    public ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        _socket.ReceiveAsync(buffer, cancellationToken);

    public ValueTask SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken) =>
        _socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    public Task CloseAsync(WebSocketCloseStatus status, CancellationToken cancellationToken) =>
        _socket.State is WebSocketState.Open or WebSocketState.CloseReceived
            ? _socket.CloseOutputAsync(status, statusDescription: null, cancellationToken)
            : Task.CompletedTask;

    public void Dispose() => _socket.Dispose();
}
