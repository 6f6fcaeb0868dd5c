using EngageBot.Chat;

namespace EngageBot.SelfPromotion.Queue;

/// <summary>A message that may be for the queue.</summary>
internal sealed record QueueCandidate
{
    /// <summary>Its key.</summary>
    public required long Message { get; init; }

    public required long Author { get; init; }

    /// <summary>When it was written, unix milliseconds.</summary>
    public required long At { get; init; }

    /// <summary>The key of its community.</summary>
    public required long Community { get; init; }

    /// <summary>The key of its channel.</summary>
    public required long Channel { get; init; }

    public required string ChannelName { get; init; }

    /// <summary>The platform's id of its channel.</summary>
    public required string ChannelId { get; init; }

    public required PostKind Kind { get; init; }

    /// <summary>How probably it is promotion by its words.</summary>
    public required int Thousandths { get; init; }

    /// <summary>Null where it is not kept.</summary>
    public required string? Text { get; init; }

    /// <summary>Where its first link leads; null where it has none.</summary>
    public required string? Domain { get; init; }
}
