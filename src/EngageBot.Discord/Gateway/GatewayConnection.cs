using System.Net.WebSockets;
using EngageBot.Transport;

namespace EngageBot.Discord.Gateway;

/// <summary>One socket to the gateway: payloads come out of its compressed stream, sends go in one after the other and no faster than allowed.</summary>
internal sealed class GatewayConnection : IDisposable
{
    /// <summary>Any code but 1000 and 1001, which would end the session.</summary>
    private const WebSocketCloseStatus KeepSession = (WebSocketCloseStatus)4_000;

    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(1);

    private readonly IWebSocketConnection _socket;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _lifetime;
    private readonly PooledBuffer _compressed = new();
    private readonly PayloadInflater _inflater = new();

    /// <summary>Never disposed: who waits for it while it is disposed waits for ever, cancelled or not, and it holds nothing that must be given back.</summary>
    private readonly SemaphoreSlim _sending = new(1);

    private readonly SendLimiter _limiter;
    private volatile bool _isWaiting;

    public GatewayConnection(IWebSocketConnection socket, TimeProvider time, CancellationToken cancellationToken)
    {
        _socket = socket;
        _time = time;
        _limiter = new SendLimiter(time);
        _lifetime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    /// <summary>The reader has taken all that came and waits for more: what is missing now was not sent.</summary>
    public bool IsWaiting => _isWaiting;

    /// <summary>Ends with the connection.</summary>
    public CancellationToken Lifetime => _lifetime.Token;

    public CloseCode CloseCode => CloseCode.Of((int?)_socket.CloseStatus);

    public Task ConnectAsync(Uri address) => _socket.ConnectAsync(address, Lifetime);

    /// <summary>The next payload; none once the other side has closed.</summary>
    public async ValueTask<GatewayPayload?> ReceiveAsync()
    {
        _compressed.Clear();
        do
        {
            if (!await ReceiveMessageAsync())
            {
                return null;
            }
        }
        while (!PayloadInflater.IsWhole(_compressed.Written));

        return PayloadReader.Read(_inflater.Inflate(_compressed.WrittenMemory));
    }

    /// <summary>Sends as soon as the limit allows.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> payload)
    {
        await _limiter.WaitAsync(Lifetime);
        await SendNowAsync(payload);
    }

    /// <summary>Sends a heartbeat, for which there always is room.</summary>
    public ValueTask SendHeartbeatAsync(ReadOnlyMemory<byte> payload)
    {
        _limiter.Heartbeat();
        return SendNowAsync(payload);
    }

    /// <summary>Gives the connection up; whoever waits for it stops waiting.</summary>
    public void Break() => _lifetime.Cancel();

    /// <summary>Says goodbye in a way that keeps the session, if the line still takes it.</summary>
    public async Task CloseAsync()
    {
        using var timeout = new CancellationTokenSource(LongestGoodbye, _time);
        try
        {
            await _socket.CloseAsync(KeepSession, timeout.Token);
        }
        catch (Exception error) when (TransportFaults.Include(error))
        {
            // The line is gone, which is as good.
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _compressed.Dispose();
        _inflater.Dispose();
        _lifetime.Dispose();
    }

    private async ValueTask<bool> ReceiveMessageAsync()
    {
        ValueWebSocketReceiveResult result;
        do
        {
            var receiving = _socket.ReceiveAsync(_compressed.Rest(), Lifetime);
            _isWaiting = !receiving.IsCompleted;
            result = await receiving;
            _isWaiting = false;
            if (result.MessageType == WebSocketMessageType.Close)
            {
                return false;
            }

            _compressed.Advance(result.Count);
        }
        while (!result.EndOfMessage);

        return true;
    }

    private async ValueTask SendNowAsync(ReadOnlyMemory<byte> payload)
    {
        await _sending.WaitAsync(Lifetime);
        try
        {
            await _socket.SendAsync(payload, Lifetime);
        }
        finally
        {
            _sending.Release();
        }
    }
}
