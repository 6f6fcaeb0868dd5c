using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace EngageBot.Benchmarks;

/// <summary>
/// A gateway that does no more than it must, so that what is measured is the client: it greets, and when told to start writes frames made beforehand.
/// Connections take the streams in the order of the shards they ask for.
/// </summary>
internal sealed partial class GatewaySender : IDisposable
{
    private const int Chunk = 64 * 1_024;

    private readonly IReadOnlyList<MadeEvents> _streams;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public GatewaySender(IReadOnlyList<MadeEvents> streams)
    {
        _streams = streams;
        _listener.Start();
    }

    public Uri Address => new($"ws://{_listener.LocalEndpoint}/");

    /// <summary>Events a second of each stream; null for as many as are taken.</summary>
    public int? Rate { get; init; }

    /// <summary>When each event of the last stream was sent, where there is a rate.</summary>
    public long[] SentAt { get; private set; } = [];

    public void Start() => _started.TrySetResult();

    public async Task ServeAsync(CancellationToken cancellationToken)
    {
        var clients = new List<Task>();
        for (var connection = 0; connection < _streams.Count; connection++)
        {
            clients.Add(ServeAsync(await _listener.AcceptSocketAsync(cancellationToken), _streams[connection], cancellationToken));
        }

        await Task.WhenAll(clients);
    }

    public void Dispose() => _listener.Dispose();

    private static async Task SendAllAsync(Socket socket, MadeEvents stream, CancellationToken cancellationToken)
    {
        for (var sent = 0; sent < stream.Events.Length; sent += Chunk)
        {
            await SendAsync(socket, stream.Events.Slice(sent, Math.Min(Chunk, stream.Events.Length - sent)), cancellationToken);
        }
    }

    private async Task SendEvenlyAsync(Socket socket, MadeEvents stream, int rate, CancellationToken cancellationToken)
    {
        SentAt = new long[stream.Count];
        var started = Stopwatch.GetTimestamp();
        for (var sent = 0; sent < stream.Count;)
        {
            var due = Math.Min(stream.Count, (int)(Stopwatch.GetElapsedTime(started).TotalSeconds * rate));
            if (due > sent)
            {
                SentAt.AsSpan(sent, due - sent).Fill(Stopwatch.GetTimestamp());
                var from = sent == 0 ? 0 : stream.Ends[sent - 1];
                await SendAsync(socket, stream.Events[from..stream.Ends[due - 1]], cancellationToken);
                sent = due;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, cancellationToken);
        }
    }

    private async Task ServeAsync(Socket socket, MadeEvents stream, CancellationToken cancellationToken)
    {
        try
        {
            using var owned = socket;
            var request = new byte[Chunk];
            var length = await socket.ReceiveAsync(request, cancellationToken);
            var key = Key().Match(Encoding.ASCII.GetString(request, 0, length)).Groups["key"].Value;
            await SendAsync(socket, Encoding.ASCII.GetBytes(Upgrade(key)), cancellationToken);
            await SendAsync(socket, stream.Hello, cancellationToken);
            await socket.ReceiveAsync(request, cancellationToken);
            await SendAsync(socket, stream.Ready, cancellationToken);
            await _started.Task.WaitAsync(cancellationToken);
            await (Rate is { } rate ? SendEvenlyAsync(socket, stream, rate, cancellationToken) : SendAllAsync(socket, stream, cancellationToken));

            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The round is over.
        }
    }

    private static async Task SendAsync(Socket socket, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes, cancellationToken)..];
        }
    }

    private static string Upgrade(string key)
    {
        // RFC 6455, 4.2.2: the answer to the client's key is fixed by the protocol, not a secret.
#pragma warning disable CA5350
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
        return $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n";
    }

    [GeneratedRegex(@"Sec-WebSocket-Key:\s*(?<key>\S+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Key();
}
