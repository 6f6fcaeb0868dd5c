using System.Text.Json;

namespace EngageBot.Slack.SocketMode;

/// <summary>What comes over a socket: an envelope, or a word about the connection.</summary>
internal sealed class SocketMessage
{
    public string? Type { get; set; }

    public string? EnvelopeId { get; set; }

    public JsonElement Payload { get; set; }

    public bool AcceptsResponsePayload { get; set; }

    public int RetryAttempt { get; set; }

    public string? RetryReason { get; set; }

    /// <summary>Of a disconnect.</summary>
    public string? Reason { get; set; }

    /// <summary>Of a hello: this app's connections, this one included.</summary>
    public int NumConnections { get; set; }

    public SocketDebugInfo? DebugInfo { get; set; }
}
