using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway;

/// <summary>What a gateway client has to know before it connects.</summary>
public sealed record GatewayClientOptions
{
    public required BotToken Token { get; init; }

    public required GatewayIntents Intents { get; init; }

    /// <summary>The answer to <c>GET /gateway/bot</c>.</summary>
    public required GatewayBot Gateway { get; init; }

    public ShardRange Shards { get; init; } = ShardRange.Auto;

    /// <summary>The name the client gives itself.</summary>
    public string Library { get; init; } = "EngageBot.Discord";

    /// <summary>
    /// Called just before a session is begun, with the key that its five seconds count for. Who stores the moment and gives it to the next process
    /// (<see cref="GatewayClient.RememberIdentify"/>) keeps Discord's limit across a restart.
    /// </summary>
    public Func<int, CancellationToken, Task>? BeforeIdentify { get; init; }

    /// <summary>Called just before a shard connects; it connects when that returns.</summary>
    public Func<CancellationToken, ValueTask>? BeforeConnect { get; init; }

    /// <summary>Dispatches that may wait between the shards and whoever reads all of them.</summary>
    public int QueueCapacity { get; init; } = 1_024;

    /// <summary>The shortest wait before connecting again; it doubles with each failure.</summary>
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestBackoff { get; init; } = TimeSpan.FromMinutes(1);
}
