using System.Runtime.CompilerServices;
using System.Threading.Channels;
using EngageBot.Slack.WebApi;
using EngageBot.Transport;
using Microsoft.Extensions.Logging;

namespace EngageBot.Slack.SocketMode;

/// <summary>
/// An app's connection to what happens in its workspaces, without an address of its own. Nothing is stored here: the caller stores what an envelope carries and
/// acknowledges it then; what was not acknowledged comes again. <see href="https://docs.slack.dev/apis/events-api/using-socket-mode"/>.
/// </summary>
public sealed class SocketModeClient : IDisposable
{
    private readonly SocketModeContext _context;
    private readonly Random _random;
    private readonly SlackWebClient? _api;

    /// <param name="token">With the scope <c>connections:write</c>.</param>
    /// <param name="api">Where the address of a socket is asked for.</param>
    /// <param name="options">How many connections, and how they are kept.</param>
    /// <param name="time">For waits and time limits; pings alone go by the machine's clock.</param>
    /// <param name="random">Spreads the waits.</param>
    /// <param name="logger">Gets what happens to the connections; never an address, a text or a token.</param>
    public SocketModeClient(
        AppToken token, SlackWebClientOptions api, SocketModeOptions options, TimeProvider time, Random random, ILogger<SocketModeClient> logger)
    {
        options.Validate();
        _api = new SlackWebClient(token, api, time, logger);
        _random = random;
        _context = new SocketModeContext
        {
            Options = options,
            Open = _api.OpenConnectionAsync,
            Connect = () => new ClientWebSocketConnection(options.PingInterval, options.PongTimeout),
            Time = time,
            Logger = logger,
        };
    }

    internal SocketModeClient(SocketModeContext context, Random random)
    {
        context.Options.Validate();
        _context = context;
        _random = random;
    }

    /// <summary>How many connections are open now. While there is none, nothing is heard.</summary>
    public int OpenConnections => _context.Status.Open;

    /// <summary>
    /// Told when there is a connection and was none, of the time without one. Slack keeps what it could not bring for a few minutes only. Must not take long.
    /// </summary>
    public Action<TimeSpan>? Heard
    {
        get => _context.Status.Heard;
        set => _context.Status.Heard = value;
    }

    /// <summary>The envelopes of all connections, each connection's in order. Where nobody reads, the connections wait.</summary>
    /// <exception cref="SlackException">Trying again would not help; the message says what to do.</exception>
    public async IAsyncEnumerable<Envelope> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var queue = Channel.CreateBounded<Envelope>(new BoundedChannelOptions(_context.Options.QueueCapacity)
        {
            FullMode = BoundedChannelFullMode.Wait,
            SingleReader = true,
        });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var slots = Enumerable.Range(0, _context.Options.Connections)
            .Select(number => RunAsync(new SocketModeSlot(number, _context, new Random(_random.Next())), queue.Writer, stop.Token))
            .ToList();
        try
        {
            await foreach (var envelope in queue.Reader.ReadAllAsync(stop.Token))
            {
                yield return envelope;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(slots).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _api?.Dispose();

    /// <summary>A connection never ends by itself: however it ends, the whole stream ends with it.</summary>
    private static async Task RunAsync(SocketModeSlot slot, ChannelWriter<Envelope> queue, CancellationToken cancellationToken)
    {
        try
        {
            await slot.RunAsync(queue, cancellationToken);
        }
        catch (Exception error)
        {
            queue.TryComplete(error);
            throw;
        }
    }
}
