using EngageBot.Chat;

namespace EngageBot.Outbox;

/// <summary>Something to be said to the moderators of a community.</summary>
internal sealed record ModeratorMessage
{
    /// <summary>The key of the community.</summary>
    public required long Community { get; init; }

    /// <summary>One of those that are for moderators.</summary>
    public required OutboxKind Kind { get; init; }

    /// <summary>What it is about, by the key of that. One message each.</summary>
    public required long Subject { get; init; }

    public required string Text { get; init; }

    /// <summary>Subject 0 stands for the message itself.</summary>
    public IReadOnlyList<MessageButton> Buttons { get; init; } = [];

    public Picture? Picture { get; init; }

    /// <summary>Why it is said, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>If it could not be said for so long, it is not said any more.</summary>
    public TimeSpan ValidFor { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The posts that it speaks of: each is fetched before it is said.</summary>
    public IReadOnlyList<long> About { get; init; } = [];
}
