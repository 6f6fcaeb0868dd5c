using EngageBot.Chat;

namespace EngageBot.Outbox;

/// <summary>Something to be said, by keys of the store.</summary>
internal sealed record NewOutboxEntry
{
    public required long Community { get; init; }

    public required OutboxKind Kind { get; init; }

    public required long Channel { get; init; }

    public long? Post { get; init; }

    /// <summary>What it is about where that is no post, by the key of that.</summary>
    public long? Subject { get; init; }

    /// <summary>To whom it is said in private.</summary>
    public long? Member { get; init; }

    public required string Text { get; init; }

    /// <summary>Subject 0 stands for the entry itself.</summary>
    public IReadOnlyList<MessageButton> Buttons { get; init; } = [];

    public Picture? Picture { get; init; }

    /// <summary>It opens a place of their own for some members, and is said there.</summary>
    public MeetingPlace? Opens { get; init; }

    /// <summary>Not said before this.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Why it is said, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>Later than this it is not said any more.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The posts that it speaks of: each is fetched before it is said.</summary>
    public required IReadOnlyList<long> About { get; init; }
}
