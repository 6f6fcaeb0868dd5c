namespace EngageBot.Discord.Gateway;

/// <summary>One connection of a shard and the heart that beats beside it; leaving it takes both down.</summary>
internal sealed class ShardLink : IAsyncDisposable
{
    /// <summary>Connecting and being greeted takes no longer than this, or never happens.</summary>
    private static readonly TimeSpan HelloPatience = TimeSpan.FromSeconds(20);

    private readonly Random _random;
    private readonly ITimer _patience;
    private volatile bool _isSilent;
    private Task _beating = Task.CompletedTask;

    public ShardLink(ShardContext context, Func<GatewaySession?> session, CancellationToken cancellationToken)
    {
        _random = context.Random;
        Connection = new GatewayConnection(context.Connect(), context.Time, cancellationToken);
        Heart = new Heartbeat(Connection, context.Time, () => session()?.Sequence);
        _patience = context.Time.CreateTimer(_ => GiveUp(), state: null, HelloPatience, Timeout.InfiniteTimeSpan);
    }

    public GatewayConnection Connection { get; }

    public Heartbeat Heart { get; }

    /// <summary>Why this side gave the connection up, if it did.</summary>
    public string? LossReason => _isSilent ? "Discord did not say hello" : Heart.IsMissing ? "a heartbeat was not answered" : null;

    /// <summary>Hello has come: starts the heart. A second Hello on one connection changes nothing.</summary>
    public void StartHeart(TimeSpan interval)
    {
        _patience.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (_beating.IsCompleted)
        {
            _beating = Heart.RunAsync(interval, _random.NextDouble());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _patience.DisposeAsync();
        await Connection.CloseAsync();
        Connection.Break();
        await _beating;
        Connection.Dispose();
    }

    private void GiveUp()
    {
        _isSilent = true;
        Connection.Break();
    }
}
