using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using EngageBot.TestKit;
using EngageBot.Transport;

namespace EngageBot.Tests.Slack.SocketMode;

public sealed class DeadLineTests
{
    [Fact]
    public async Task A_line_on_which_no_ping_is_answered_breaks()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var guard = new CancellationTokenSource(TestTime.Patience);
        var greeting = GreetAndFallSilentAsync(listener, guard.Token);
        using var connection = new ClientWebSocketConnection(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(50));
        await connection.ConnectAsync(new Uri($"ws://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"), guard.Token);
        using var silent = await greeting;

        var fault = await Assert.ThrowsAnyAsync<Exception>(async () => await connection.ReceiveAsync(new byte[16], guard.Token));

        Assert.False(guard.IsCancellationRequested);
        Assert.True(TransportFaults.Include(fault), fault.GetType().Name);
    }

    [SuppressMessage("Security", "CA5350", Justification = "The handshake of WebSockets is so (RFC 6455).")]
    private static async Task<TcpClient> GreetAndFallSilentAsync(TcpListener listener, CancellationToken cancellationToken)
    {
        var client = await listener.AcceptTcpClientAsync(cancellationToken);
        var request = new StringBuilder();
        var buffer = new byte[4_096];
        while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            request.Append(Encoding.ASCII.GetString(buffer, 0, await client.GetStream().ReadAsync(buffer, cancellationToken)));
        }

        var key = request.ToString().Split("\r\n").First(line => line.StartsWith("Sec-WebSocket-Key:", StringComparison.OrdinalIgnoreCase)).Split(':')[1].Trim();
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
        var answer = $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer), cancellationToken);
        return client;
    }
}
