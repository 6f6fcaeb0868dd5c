using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json;

namespace EngageBot.Discord.Gateway;

/// <summary>What goes wrong with a line or what comes over it; connecting again is the answer to all of these.</summary>
internal static class TransportFaults
{
    public static bool Include(Exception error) => error
        is WebSocketException or HttpRequestException or SocketException or IOException
        or InvalidDataException or JsonException or OperationCanceledException or ObjectDisposedException;
}
