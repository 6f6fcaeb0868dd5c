using EngageBot.Slack.Models;

namespace EngageBot.Slack.SocketMode;

/// <summary>
/// What came over a socket, and the way to acknowledge it. Slack wants that within three seconds, and sends again what was not acknowledged: possibly over
/// another socket, so that who must not count twice keeps <see cref="EventCallback.EventId"/>.
/// <see href="https://docs.slack.dev/apis/events-api/using-socket-mode#events"/>.
/// </summary>
public sealed class Envelope
{
    private readonly Func<AckPayload?, CancellationToken, ValueTask<bool>> _ack;

    internal Envelope(string envelopeId, SlackPayload payload, Func<AckPayload?, CancellationToken, ValueTask<bool>> ack)
    {
        EnvelopeId = envelopeId;
        Payload = payload;
        _ack = ack;
    }

    /// <summary>Of this one delivery.</summary>
    public string EnvelopeId { get; }

    public SlackPayload Payload { get; }

    public EnvelopeType Type { get; internal init; }

    /// <summary>Something may be said with the acknowledgement.</summary>
    public bool AcceptsResponsePayload { get; internal init; }

    /// <summary>How often it was sent before.</summary>
    public int RetryAttempt { get; internal init; }

    /// <summary>Why it is sent again, such as <c>timeout</c>.</summary>
    public string? RetryReason { get; internal init; }

    /// <summary>
    /// Tells Slack that it arrived, on the connection it came by. Where that one is gone nothing is said and Slack sends it again: false then.
    /// </summary>
    public ValueTask<bool> AckAsync(CancellationToken cancellationToken) => _ack(null, cancellationToken);

    /// <summary>The same, with an answer.</summary>
    /// <exception cref="InvalidRequestException">This envelope takes none, or something is longer than Slack takes.</exception>
    public ValueTask<bool> AckAsync(AckPayload payload, CancellationToken cancellationToken) => AcceptsResponsePayload
        ? _ack(payload, cancellationToken)
        : throw new InvalidRequestException("Nothing can be said with the acknowledgement of this envelope.");
}
