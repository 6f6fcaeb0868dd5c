using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json;

namespace EngageBot.Transport;

/// <summary>What goes wrong with a line or what comes over it; connecting again is the answer to all of these.</summary>
public static class TransportFaults
{
    public static bool Include(Exception error) => error
        is WebSocketException or HttpRequestException or SocketException or IOException
        or InvalidDataException or JsonException or OperationCanceledException or ObjectDisposedException;

    /// <summary>What went wrong in a word. The message of a fault may hold an address, and with it a secret.</summary>
    public static string NameOf(Exception error) => error switch
    {
        WebSocketException { InnerException: { } inner } when Include(inner) => NameOf(inner),
        WebSocketException fault => fault.WebSocketErrorCode.ToString(),
        HttpRequestException fault => fault.HttpRequestError.ToString(),
        SocketException fault => fault.SocketErrorCode.ToString(),
        _ => error.GetType().Name,
    };
}
