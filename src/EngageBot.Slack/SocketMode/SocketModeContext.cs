using EngageBot.Slack.WebApi;
using EngageBot.Transport;
using Microsoft.Extensions.Logging;

namespace EngageBot.Slack.SocketMode;

/// <summary>What all connections of a client share.</summary>
internal sealed record SocketModeContext
{
    public required SocketModeOptions Options { get; init; }

    /// <summary>Asks Slack for the address of a socket.</summary>
    public required Func<CancellationToken, Task<SlackResult<Uri>>> Open { get; init; }

    public required Func<IWebSocketConnection> Connect { get; init; }

    public required TimeProvider Time
    {
        get;
        init => (field, Status) = (value, new SocketModeStatus(value));
    }

    public required ILogger Logger { get; init; }

    public SocketModeStatus Status { get; private init; } = new(TimeProvider.System);
}
