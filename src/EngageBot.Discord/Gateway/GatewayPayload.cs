using EngageBot.Discord.Gateway.Events;

namespace EngageBot.Discord.Gateway;

/// <summary>One payload, read. <see href="https://discord.com/developers/docs/events/gateway-events#payload-structure"/>.</summary>
internal readonly record struct GatewayPayload(Opcode Opcode)
{
    /// <summary>The place of a dispatch in its session.</summary>
    public long Sequence { get; init; }

    /// <summary>What a dispatch tells.</summary>
    public GatewayEvent? Event { get; init; }

    /// <summary>How often Hello asks for a heartbeat.</summary>
    public TimeSpan HeartbeatInterval { get; init; }

    /// <summary>Whether an invalid session may be resumed nevertheless.</summary>
    public bool Resumable { get; init; }
}
