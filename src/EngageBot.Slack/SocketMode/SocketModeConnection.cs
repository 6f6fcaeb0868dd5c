using System.Net.WebSockets;
using System.Text.Json;
using EngageBot.Transport;

namespace EngageBot.Slack.SocketMode;

/// <summary>One socket: messages come out whole, sends go in one after the other.</summary>
internal sealed class SocketModeConnection(IWebSocketConnection socket, TimeProvider time, CancellationToken cancellationToken) : IDisposable
{
    /// <summary>Far more than Slack sends.</summary>
    private const int LongestMessage = 16 * 1_024 * 1_024;

    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _lifetime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private readonly PooledBuffer _buffer = new();

    /// <summary>Never disposed: who waits for it while it is disposed waits for ever, cancelled or not, and it holds nothing that must be given back.</summary>
    private readonly SemaphoreSlim _sending = new(1);

    /// <summary>Ends with the connection.</summary>
    public CancellationToken Lifetime => _lifetime.Token;

    public int? CloseCode => (int?)socket.CloseStatus;

    public Task ConnectAsync(Uri address) => socket.ConnectAsync(address, Lifetime);

    /// <summary>The next message; none once the other side has closed. What cannot be read has no type.</summary>
    public async ValueTask<SocketMessage?> ReceiveAsync()
    {
        _buffer.Clear();
        ValueWebSocketReceiveResult result;
        do
        {
            result = await socket.ReceiveAsync(_buffer.Rest(), Lifetime);
            if (result.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            _buffer.Advance(result.Count);
            if (_buffer.Length > LongestMessage)
            {
                throw new InvalidDataException("Slack sent a message without end.");
            }
        }
        while (!result.EndOfMessage);

        return Read(_buffer.Written);
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> text, CancellationToken sendToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(Lifetime, sendToken);
        await _sending.WaitAsync(either.Token);
        try
        {
            await socket.SendAsync(text, Lifetime); // a frame cut short would end the connection
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Gives the connection up; whoever waits for it stops waiting.</summary>
    public void Break() => _lifetime.Cancel();

    /// <summary>Says goodbye, if the line still takes it.</summary>
    public async Task CloseAsync()
    {
        using var timeout = new CancellationTokenSource(LongestGoodbye, time);
        try
        {
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, timeout.Token);
        }
        catch (Exception error) when (TransportFaults.Include(error))
        {
            // The line is gone, which is as good.
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        _buffer.Dispose();
        _lifetime.Dispose();
    }

    private static SocketMessage Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, SlackJson.Default.SocketMessage) ?? new SocketMessage();
        }
        catch (JsonException)
        {
            return new SocketMessage();
        }
    }
}
