using System.Net.WebSockets;
using System.Text.Json;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>One socket of the fake gateway.</summary>
internal sealed class FakeGatewayConnection(WebSocket socket, int longestFrame) : IAsyncDisposable
{
    private const int LongestCommand = 4_096;

    private readonly PayloadDeflater _deflated = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly byte[] _received = new byte[LongestCommand + 1];
    private bool _isOver;

    /// <summary>The session begun or resumed here.</summary>
    public FakeGatewaySession? Session { get; set; }

    /// <summary>When the client sent something, for the limit of a minute.</summary>
    public Queue<long> Sent { get; } = [];

    public WebSocketCloseStatus? CloseStatus => socket.CloseStatus;

    /// <summary>Kept back so that the next one overtakes it.</summary>
    public long? HeldBack { get; set; }

    /// <summary>What the client sends next; none once it is gone.</summary>
    public async Task<FakeCommand?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        ValueWebSocketReceiveResult result;
        do
        {
            if (length == _received.Length)
            {
                throw new InvalidDataException("Longer than 4,096 bytes.");
            }

            result = await socket.ReceiveAsync(_received.AsMemory(length), cancellationToken);
            length += result.Count;
        }
        while (!result.EndOfMessage);
        if (result.MessageType == WebSocketMessageType.Close)
        {
            return null;
        }

        using var json = JsonDocument.Parse(_received.AsMemory(0, length));
        return new FakeCommand(json.RootElement.GetProperty("op").GetInt32(), json.RootElement.GetProperty("d").Clone());
    }

    public async Task SendAsync(string payload)
    {
        await _sending.WaitAsync();
        try
        {
            if (_isOver)
            {
                return;
            }

            foreach (var frame in _deflated.Deflate(payload).Chunk(longestFrame))
            {
                await socket.SendAsync(frame, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
            }
        }
        catch (Exception error) when (error is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The client went away; its session keeps what it missed.
        }
        finally
        {
            _sending.Release();
        }
    }

    public async Task CloseAsync(int code)
    {
        try
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, "as the test wishes", CancellationToken.None);
        }
        catch (Exception error) when (error is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // It is closed already.
        }
    }

    /// <summary>Cuts the line without a word.</summary>
    public void Abort() => socket.Abort();

    public async ValueTask DisposeAsync()
    {
        await _sending.WaitAsync();
        _isOver = true;
        _deflated.Dispose();
        _sending.Release();
    }
}
