using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using EngageBot.Transport;

namespace EngageBot.Tests.Slack.SocketMode;

/// <summary>A socket without a line: it says what the test lets it say, and keeps what it was sent.</summary>
internal sealed class TalkingSocket(DateTimeOffset at) : IWebSocketConnection
{
    private readonly Channel<byte[]?> _incoming = Channel.CreateUnbounded<byte[]?>();
    private readonly List<string> _sent = [];
    private int _said;
    private int _delivered;
    private int _handled;

    public WebSocketCloseStatus? CloseStatus => WebSocketCloseStatus.NormalClosure;

    public string? CloseDescription => null;

    /// <summary>When it was opened.</summary>
    public DateTimeOffset At { get; } = at;

    /// <summary>This side closed it.</summary>
    public bool IsClosed { get; private set; }

    public bool IsDisposed { get; private set; }

    /// <summary>It was greeted, whether the client has heard it or not.</summary>
    public bool IsGreeted { get; private set; }

    /// <summary>The client has taken all that was said, and asked for more.</summary>
    public bool IsHeard => Volatile.Read(ref _handled) >= Volatile.Read(ref _said);

    public Uri? Address { get; private set; }

    public IReadOnlyList<string> Sent
    {
        get
        {
            lock (_sent)
            {
                return [.. _sent];
            }
        }
    }

    public TalkingSocket Say(string message)
    {
        Interlocked.Increment(ref _said);
        _incoming.Writer.TryWrite(Encoding.UTF8.GetBytes(message));
        return this;
    }

    public TalkingSocket Hello()
    {
        IsGreeted = true;
        return Say("""{"type":"hello","num_connections":1,"debug_info":{"host":"h","build_number":7,"approximate_connection_time":18060},"connection_info":{"app_id":"A1"}}""");
    }

    /// <summary>The other side closes.</summary>
    public void End() => _incoming.Writer.TryWrite(null);

    /// <summary>The line is cut.</summary>
    public void Cut() => _incoming.Writer.TryComplete(new WebSocketException(WebSocketError.ConnectionClosedPrematurely, "cut at wss://x/?ticket=very-secret"));

    public Task ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        Address = address;
        return Task.CompletedTask;
    }

    public async ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _handled, _delivered);
        byte[]? bytes;
        try
        {
            bytes = await _incoming.Reader.ReadAsync(cancellationToken);
        }
        catch (ChannelClosedException fault)
        {
            throw fault.InnerException ?? fault;
        }

        _delivered++;
        bytes?.CopyTo(buffer);
        return new ValueWebSocketReceiveResult(bytes?.Length ?? 0, bytes is null ? WebSocketMessageType.Close : WebSocketMessageType.Text, endOfMessage: true);
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        lock (_sent)
        {
            _sent.Add(Encoding.UTF8.GetString(text.Span));
        }

        return ValueTask.CompletedTask;
    }

    public Task CloseAsync(WebSocketCloseStatus status, CancellationToken cancellationToken)
    {
        IsClosed = true;
        return Task.CompletedTask;
    }

    public void Dispose() => IsDisposed = true;
}
