using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace EngageBot.TestKit;

/// <summary>A port of this machine that leads to the PostgreSQL for tests, and that can be cut: to the program, the server is away.</summary>
public sealed class DatabaseLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Socket> _open = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly EndPoint _server;
    private readonly Task _accepting;
    private volatile bool _isCut;

    public DatabaseLine(bool isCut = false)
    {
        _isCut = isCut;
        var server = new NpgsqlConnectionStringBuilder(TestDatabase.PostgresConnection);
        _server = server.Host!.StartsWith('/')
            ? new UnixDomainSocketEndPoint(Path.Combine(server.Host, $".s.PGSQL.{server.Port}"))
            : new DnsEndPoint(server.Host, server.Port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>A connection string that goes over this line.</summary>
    public string Of(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port, Timeout = 5, SslMode = SslMode.Disable }.ToString();

    public void Cut()
    {
        _isCut = true;
        while (_open.TryTake(out var socket))
        {
            socket.Dispose();
        }
    }

    public void Mend() => _isCut = false;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        Cut();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var client = await _listener.AcceptSocketAsync(_stop.Token);
            if (_isCut)
            {
                client.Dispose();
                continue;
            }

            var server = new Socket(_server.AddressFamily == AddressFamily.Unix ? AddressFamily.Unix : AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Unspecified);
            await server.ConnectAsync(_server, _stop.Token);
            _open.Add(client);
            _open.Add(server);
            _ = Task.WhenAll(PassAsync(client, server), PassAsync(server, client));
        }
    }

    /// <summary>Ends with either side.</summary>
    private static async Task PassAsync(Socket from, Socket to)
    {
        try
        {
            var buffer = new byte[16_384];
            while (await from.ReceiveAsync(buffer) is > 0 and var read)
            {
                await to.SendAsync(buffer.AsMemory(0, read));
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // It was cut.
        }
        finally
        {
            from.Dispose();
            to.Dispose();
        }
    }
}
