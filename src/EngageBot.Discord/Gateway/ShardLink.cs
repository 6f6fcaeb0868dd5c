namespace EngageBot.Discord.Gateway;

/// <summary>One connection of a shard and the heart that beats beside it; leaving it takes both down.</summary>
internal sealed class ShardLink : IAsyncDisposable
{
    private readonly Random _random;
    private Task _beating = Task.CompletedTask;

    public ShardLink(ShardContext context, Func<GatewaySession?> session, CancellationToken cancellationToken)
    {
        _random = context.Random;
        Connection = new GatewayConnection(context.Connect(), context.Time, cancellationToken);
        Heart = new Heartbeat(Connection, context.Time, () => session()?.Sequence);
    }

    public GatewayConnection Connection { get; }

    public Heartbeat Heart { get; }

    /// <summary>Starts the heart; a second Hello on one connection changes nothing.</summary>
    public void StartHeart(TimeSpan interval)
    {
        if (_beating.IsCompleted)
        {
            _beating = Heart.RunAsync(interval, _random.NextDouble());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Connection.CloseAsync();
        Connection.Break();
        await _beating;
        Connection.Dispose();
    }
}
