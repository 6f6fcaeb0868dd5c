using EngageBot.Transport;
using Microsoft.Extensions.Logging;

namespace EngageBot.Discord.Gateway;

/// <summary>What a shard shares with the others of its client, and the two numbers that are its own.</summary>
internal sealed record ShardContext(int Id, int Total)
{
    public required GatewayClientOptions Options { get; init; }

    public required IdentifyLimiter Identify { get; init; }

    public required Func<IWebSocketConnection> Connect { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>Its own, since shards run beside each other.</summary>
    public required Random Random { get; init; }

    public required ILogger Logger { get; init; }
}
