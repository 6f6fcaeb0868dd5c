using System.Net.WebSockets;
using System.Text;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>One socket of an app.</summary>
internal sealed class FakeSocketConnection(WebSocket socket, int number) : IAsyncDisposable
{
    private const int LongestMessage = 1 << 20;

    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _sending = new(1);
    private bool _isOver;

    public int Number => number;

    /// <summary>Said hello and is not about to be closed.</summary>
    public bool TakesEnvelopes { get; set; }

    /// <summary>Ends when the line does.</summary>
    public Task Gone => _gone.Task;

    public bool IsGone => _gone.Task.IsCompleted;

    /// <summary>What the client sends next; none once it is gone.</summary>
    public async Task<string?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[16_384];
        using var message = new MemoryStream();
        while (true)
        {
            var result = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (result.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            message.Write(buffer, 0, result.Count);
            if (message.Length > LongestMessage)
            {
                throw new InvalidDataException("longer than a megabyte");
            }

            if (result.EndOfMessage)
            {
                return Encoding.UTF8.GetString(message.ToArray());
            }
        }
    }

    public async Task SendAsync(string text)
    {
        await _sending.WaitAsync();
        try
        {
            if (!_isOver)
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            }
        }
        catch (Exception error) when (error is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The client went away; what it did not acknowledge is sent again.
        }
        finally
        {
            _sending.Release();
        }
    }

    public async Task CloseAsync()
    {
        TakesEnvelopes = false;
        await _sending.WaitAsync();
        try
        {
            if (!_isOver)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "as announced", CancellationToken.None);
            }
        }
        catch (Exception error) when (error is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // It is closed already.
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Cuts the line without a word.</summary>
    public void Abort()
    {
        TakesEnvelopes = false;
        socket.Abort();
    }

    public async ValueTask DisposeAsync()
    {
        TakesEnvelopes = false;
        await _sending.WaitAsync();
        _isOver = true;
        _sending.Release();
        _gone.TrySetResult();
    }
}
