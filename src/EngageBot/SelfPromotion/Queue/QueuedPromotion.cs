using EngageBot.Chat;

namespace EngageBot.SelfPromotion.Queue;

/// <summary>A post in the queue, as moderators are shown it.</summary>
internal sealed record QueuedPromotion
{
    /// <summary>The key of the post.</summary>
    public required long Message { get; init; }

    /// <summary>The key of its community.</summary>
    public required long Community { get; init; }

    public required string ChannelName { get; init; }

    public required MessagePlace Place { get; init; }

    /// <summary>Null where it is not kept.</summary>
    public required string? Text { get; init; }

    /// <summary>Why it is shown, in short English words each.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>What a moderator decided; null where nobody did.</summary>
    public required bool? IsAccepted { get; init; }
}
