using System.Net.WebSockets;
using System.Threading.Channels;
using EngageBot.TestKit.FakeDiscord;
using EngageBot.Transport;

namespace EngageBot.Tests.Discord.Gateway;

/// <summary>A socket without a line: it says what the test lets it say, and keeps what it was sent.</summary>
internal sealed class SilentSocket : IWebSocketConnection
{
    private readonly Channel<byte[]> _incoming = Channel.CreateUnbounded<byte[]>();
    private readonly PayloadDeflater _deflater = new();

    public WebSocketCloseStatus? CloseStatus => null;

    public string? CloseDescription => null;

    public List<string> Sent { get; } = [];

    /// <summary>The code this side closed with.</summary>
    public int? ClosedWith { get; private set; }

    public void Say(string payload) => _incoming.Writer.TryWrite(_deflater.Deflate(payload));

    public Task ConnectAsync(Uri address, CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var bytes = await _incoming.Reader.ReadAsync(cancellationToken);
        bytes.CopyTo(buffer);
        return new ValueWebSocketReceiveResult(bytes.Length, WebSocketMessageType.Binary, endOfMessage: true);
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        lock (Sent)
        {
            Sent.Add(System.Text.Encoding.UTF8.GetString(text.Span));
        }

        return ValueTask.CompletedTask;
    }

    public Task CloseAsync(WebSocketCloseStatus status, CancellationToken cancellationToken)
    {
        ClosedWith = (int)status;
        return Task.CompletedTask;
    }

    public void Dispose() => _deflater.Dispose();
}
