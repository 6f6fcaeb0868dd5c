using System.Runtime.CompilerServices;
using EngageBot.Discord.Gateway.Events;
using EngageBot.Transport;
using Microsoft.Extensions.Logging;

namespace EngageBot.Discord.Gateway;

/// <summary>
/// One shard: a stream of events that is pulled, across as many connections as it takes. Who stops pulling stops the reader, not the heartbeat.
/// </summary>
public sealed partial class GatewayShard
{
    /// <summary>A connection that lasted this long was a good one: the next wait is short again.</summary>
    private static readonly TimeSpan GoodConnection = TimeSpan.FromSeconds(30);

    /// <summary>So often the address given for resuming is tried before the general one.</summary>
    private const int ResumeUrlAttempts = 3;

    private readonly ShardContext _context;
    private readonly ReconnectBackoff _backoff;
    private readonly ILogger _logger;
    private ShardSession _session = new(stored: null);

    /// <summary>The connection, once the session goes on over it: nothing else may be sent earlier.</summary>
    private volatile ShardLink? _link;

    private int _failedConnects;
    private int _begun;

    internal GatewayShard(ShardContext context)
    {
        _context = context;
        _logger = context.Logger;
        _backoff = new ReconnectBackoff(context.Options.FirstBackoff, context.Options.LongestBackoff, context.Random);
    }

    public int Id => _context.Id;

    /// <summary>Whether its session goes on over a connection just now. A line that is dead without a word is found out by its heartbeat, within two of its intervals.</summary>
    public bool IsConnected => _link is not null;

    /// <summary>
    /// How often a session was begun or gone on with: the READY and RESUMED that were handed out or soon will be. Who has taken so many of them, while the shard is
    /// connected, knows all that was missed before.
    /// </summary>
    public int Begun => Volatile.Read(ref _begun);

    /// <summary>
    /// The events from a stored place on, or of a new session. Each comes with the place after it; a place handed out counts as taken over, also towards
    /// Discord. One reader at a time.
    /// </summary>
    /// <exception cref="GatewayException">Trying again would not help; the message says what to do.</exception>
    public async IAsyncEnumerable<GatewayDispatch> ReadAsync(GatewaySession? stored, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _session = new ShardSession(stored);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var started = _context.Time.GetTimestamp();
            await using (var link = new ShardLink(_context, () => _session.Current, cancellationToken))
            {
                if (await ConnectAsync(link, cancellationToken))
                {
                    while (await NextAsync(link, cancellationToken) is { } dispatch)
                    {
                        yield return dispatch;
                    }
                }

                _link = null;
            }

            await WaitAsync(_context.Time.GetElapsedTime(started), cancellationToken);
        }
    }

    /// <summary>Changes how the bot is shown; false if there is no connection to say it on.</summary>
    public async Task<bool> UpdatePresenceAsync(PresenceStatus status)
    {
        try
        {
            var connection = _link?.Connection;
            await (connection?.SendAsync(GatewayCommands.PresenceUpdate(status)) ?? ValueTask.CompletedTask);
            return connection is not null;
        }
        catch (Exception error) when (TransportFaults.Include(error))
        {
            return false;
        }
    }

    private async Task<bool> ConnectAsync(ShardLink link, CancellationToken cancellationToken)
    {
        try
        {
            await (_context.Options.BeforeConnect?.Invoke(cancellationToken) ?? ValueTask.CompletedTask);
            await link.Connection.ConnectAsync(GatewayAddress.For(Url()));
            _failedConnects = 0;
            return true;
        }
        catch (Exception error) when (TransportFaults.Include(error) && !cancellationToken.IsCancellationRequested)
        {
            _failedConnects++;
            LogNotConnected(Id, link.LossReason ?? error.Message);
            return false;
        }
    }

    private Uri Url()
    {
        var tryResumeUrl = _failedConnects < ResumeUrlAttempts;
        return tryResumeUrl && Uri.TryCreate(_session.Current?.ResumeUrl, UriKind.Absolute, out var url) && GatewayAddress.IsSafe(url)
            ? url
            : _context.Options.Gateway.Url;
    }

    /// <summary>The next event of this connection; none once it is over.</summary>
    private async ValueTask<GatewayDispatch?> NextAsync(ShardLink link, CancellationToken cancellationToken)
    {
        try
        {
            while (await link.Connection.ReceiveAsync() is { } payload)
            {
                if (payload.Opcode != Opcode.Dispatch)
                {
                    if (!await FollowAsync(link, payload))
                    {
                        return null;
                    }
                }
                else if (Arrive(link, payload) is var arrival and not ArrivalKind.Repeated)
                {
                    return arrival == ArrivalKind.Next ? new GatewayDispatch(Id, _session.Current!.Value, payload.Event!) : null;
                }
            }
        }
        catch (Exception error) when (TransportFaults.Include(error) && !cancellationToken.IsCancellationRequested)
        {
            LogLost(Id, link.LossReason ?? error.Message);
            return null;
        }

        Closed(link.Connection.CloseCode);
        return null;
    }

    private ArrivalKind Arrive(ShardLink link, GatewayPayload dispatch)
    {
        if (dispatch.Event is InvalidEvent { Name: "READY" } ready)
        {
            throw new UnreadableReadyException(ready.Error);
        }

        var arrival = _session.Arrive(dispatch);
        if (arrival == ArrivalKind.AfterGap)
        {
            LogGap(Id, dispatch.Sequence);
        }
        else if (dispatch.Event is ReadyEvent or ResumedEvent)
        {
            _begun += arrival == ArrivalKind.Next ? 1 : 0; // First: who sees the link must see this.
            _link = link;
        }

        return arrival;
    }

    /// <summary>Does what a payload asks for; false if the connection is to be left.</summary>
    private async ValueTask<bool> FollowAsync(ShardLink link, GatewayPayload payload)
    {
        switch (payload.Opcode)
        {
            case Opcode.Hello:
                await BeginAsync(link, payload.HeartbeatInterval);
                return true;
            case Opcode.Heartbeat:
                await link.Heart.BeatAsync();
                return true;
            case Opcode.HeartbeatAck:
                link.Heart.Acknowledge();
                return true;
            case Opcode.Reconnect:
                LogReconnect(Id);
                return false;
            case Opcode.InvalidSession:
                LogInvalidSession(Id, payload.Resumable);
                _session.Refuse(payload.Resumable);
                return false;
            default:
                return true;
        }
    }

    private async Task BeginAsync(ShardLink link, TimeSpan heartbeatInterval)
    {
        link.StartHeart(heartbeatInterval);
        if (_session.Current is { } session)
        {
            LogResuming(Id, session.Sequence);
            await link.Connection.SendAsync(GatewayCommands.Resume(_context.Options.Token, session));
            return;
        }

        await _context.Identify.WaitAsync(Id, link.Connection.Lifetime);
        LogIdentifying(Id);
        await link.Connection.SendAsync(GatewayCommands.Identify(_context.Options, Id, _context.Total));
    }

    private void Closed(CloseCode code)
    {
        if (code.Consequence == CloseConsequence.Stop)
        {
            throw new GatewayClosedException(code);
        }

        LogClosed(Id, code.Number, code.Explanation);
        if (code.Consequence == CloseConsequence.Identify)
        {
            _session.Forget();
        }
    }

    private async Task WaitAsync(TimeSpan lasted, CancellationToken cancellationToken)
    {
        if (lasted >= GoodConnection)
        {
            _backoff.Reset();
        }

        await Task.Delay(_backoff.Next(), _context.Time, cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Shard {Shard} begins a new session")]
    private partial void LogIdentifying(int shard);

    [LoggerMessage(LogLevel.Information, "Shard {Shard} resumes after event {Sequence}")]
    private partial void LogResuming(int shard, long sequence);

    [LoggerMessage(LogLevel.Information, "Shard {Shard} was asked to reconnect")]
    private partial void LogReconnect(int shard);

    [LoggerMessage(LogLevel.Warning, "Shard {Shard} has no valid session any more (may be resumed: {Resumable})")]
    private partial void LogInvalidSession(int shard, bool resumable);

    [LoggerMessage(LogLevel.Warning, "Shard {Shard} missed something before event {Sequence} and asks for it again")]
    private partial void LogGap(int shard, long sequence);

    [LoggerMessage(LogLevel.Warning, "Shard {Shard} was closed with {Code}. {Explanation}")]
    private partial void LogClosed(int shard, int? code, string explanation);

    [LoggerMessage(LogLevel.Warning, "Shard {Shard} lost its connection: {Reason}")]
    private partial void LogLost(int shard, string reason);

    [LoggerMessage(LogLevel.Warning, "Shard {Shard} could not connect: {Reason}")]
    private partial void LogNotConnected(int shard, string reason);
}
