using EngageBot.Slack.Validation;

namespace EngageBot.Slack.SocketMode;

/// <summary>How a <see cref="SocketModeClient"/> keeps its connections.</summary>
public sealed record SocketModeOptions
{
    /// <summary>Slack's limit for an app.</summary>
    public const int MostConnections = 10;

    /// <summary>Kept open at once, 1 to 10. Slack sends each event to one of them.</summary>
    public int Connections { get; init; } = 1;

    /// <summary>Envelopes that may wait for the reader; then the sockets wait.</summary>
    public int QueueCapacity { get; init; } = 256;

    /// <summary>The shortest wait before connecting again; it doubles with each failure.</summary>
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestBackoff { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long nothing may come before a connection is pinged.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an answer to a ping may take before the connection counts as dead.</summary>
    public TimeSpan PongTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection stays for its last acknowledgements once the next one is there, if Slack does not close it before.</summary>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Throws where the options make no sense.</summary>
    internal void Validate()
    {
        Check.Range(1, MostConnections, Connections, "The number of connections");
        Check.That(QueueCapacity > 0, "At least one envelope must be allowed to wait.");
        Check.That(PingInterval > TimeSpan.Zero && PongTimeout > TimeSpan.Zero, "A ping must be given some time.");
    }
}
