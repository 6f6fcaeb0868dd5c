using System.Net.WebSockets;

namespace EngageBot.Transport;

/// <summary>One WebSocket, from connected to closed. A send and a receive may run beside each other; two sends may not.</summary>
public interface IWebSocketConnection : IDisposable
{
    /// <summary>Why the other side closed, once it has; none while open or when the line broke.</summary>
    WebSocketCloseStatus? CloseStatus { get; }

    /// <summary>What the other side said when it closed.</summary>
    string? CloseDescription { get; }

    Task ConnectAsync(Uri address, CancellationToken cancellationToken);

    ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    /// <summary>Sends one whole text message.</summary>
    ValueTask SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken);

    /// <summary>Tells the other side that this one is done, and with what code; does not wait for its answer.</summary>
    Task CloseAsync(WebSocketCloseStatus status, CancellationToken cancellationToken);
}
