using System.Runtime.CompilerServices;
using System.Threading.Channels;
using EngageBot.Discord.Models;
using EngageBot.Transport;
using Microsoft.Extensions.Logging;

namespace EngageBot.Discord.Gateway;

/// <summary>
/// A bot's connection to what happens on Discord: the shards of this process. Each shard is a stream of its own; <see cref="ReadAsync"/> makes one of all.
/// Nothing is stored here: the caller stores each event together with its place, and starts from there the next time.
/// <see href="https://discord.com/developers/docs/events/gateway"/>.
/// </summary>
public sealed class GatewayClient : IDisposable
{
    private readonly GatewayClientOptions _options;
    private readonly IdentifyLimiter _identify;

    public GatewayClient(GatewayClientOptions options, TimeProvider time, Random random, ILogger<GatewayClient> logger)
        : this(options, time, random, logger, () => new ClientWebSocketConnection())
    {
    }

    internal GatewayClient(GatewayClientOptions options, TimeProvider time, Random random, ILogger<GatewayClient> logger, Func<IWebSocketConnection> connect)
    {
        _options = options;
        _identify = new IdentifyLimiter(options.Gateway.SessionStartLimit, time, logger) { BeforeIdentify = options.BeforeIdentify };
        TotalShards = options.Shards.Total(options.Gateway.Shards);
        Shards =
        [
            .. options.Shards.Ids(options.Gateway.Shards).Select(id => new GatewayShard(new ShardContext(id, TotalShards)
            {
                Options = options,
                Identify = _identify,
                Connect = connect,
                Time = time,
                Random = new Random(random.Next()),
                Logger = logger,
            })),
        ];
    }

    /// <summary>The shards of this process.</summary>
    public IReadOnlyList<GatewayShard> Shards { get; }

    /// <summary>The shards of all processes together. A session stored under another number must not be resumed: its guilds are others.</summary>
    public int TotalShards { get; }

    /// <summary>The shard that brings a guild's events; direct messages come on shard 0.</summary>
    public static int ShardOf(Snowflake guild, int shards) => (int)((guild.Value >> 22) % (ulong)shards);

    /// <summary>An earlier process began a session at a moment: the next one with the same key waits until Discord takes it.</summary>
    /// <param name="key">What <see cref="GatewayClientOptions.BeforeIdentify"/> was called with.</param>
    public void RememberIdentify(int key, DateTimeOffset at) => _identify.Remember(key, at);

    /// <summary>
    /// The events of all shards, each shard's in order. Shards without a stored place begin a new session. Where nobody reads, the shards wait.
    /// </summary>
    /// <exception cref="GatewayException">Trying again would not help; the message says what to do.</exception>
    public async IAsyncEnumerable<GatewayDispatch> ReadAsync(
        IReadOnlyDictionary<int, GatewaySession> stored, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var queue = System.Threading.Channels.Channel.CreateBounded<GatewayDispatch>(new BoundedChannelOptions(_options.QueueCapacity)
        {
            FullMode = BoundedChannelFullMode.Wait,
            SingleReader = true,
        });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pumps = Shards
            .Select(shard => PumpAsync(shard, stored.TryGetValue(shard.Id, out var session) ? session : null, queue.Writer, stop.Token))
            .ToList();
        try
        {
            await foreach (var dispatch in queue.Reader.ReadAllAsync(stop.Token))
            {
                yield return dispatch;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(pumps).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _identify.Dispose();

    /// <summary>A shard never ends by itself: however it ends, the whole stream ends with it.</summary>
    private static async Task PumpAsync(
        GatewayShard shard, GatewaySession? stored, ChannelWriter<GatewayDispatch> queue, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var dispatch in shard.ReadAsync(stored, cancellationToken))
            {
                await queue.WriteAsync(dispatch, cancellationToken);
            }
        }
        catch (Exception error)
        {
            queue.TryComplete(error);
            throw;
        }
    }
}
