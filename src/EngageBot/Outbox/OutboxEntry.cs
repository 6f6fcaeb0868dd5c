using EngageBot.Chat;

namespace EngageBot.Outbox;

/// <summary>Something that the bot says, as it is stored.</summary>
internal sealed record OutboxEntry
{
    public required long Id { get; init; }

    /// <summary>The key of the community.</summary>
    public required long Community { get; init; }

    public required OutboxKind Kind { get; init; }

    public required ChannelId Channel { get; init; }

    /// <summary>The key of its channel.</summary>
    public required long ChannelKey { get; init; }

    /// <summary>The key of the post that it stands under; null for the waiting board.</summary>
    public required long? Post { get; init; }

    /// <summary>Where that post stands.</summary>
    public required MessagePlace? PostPlace { get; init; }

    public required string Text { get; init; }

    public required int Revision { get; init; }

    public required OutboxState State { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required DateTimeOffset? ClaimedAt { get; init; }

    public required bool IsUnwanted { get; init; }

    public required int Attempts { get; init; }

    /// <summary>The platform's id of what was sent.</summary>
    public required MessageId? Message { get; init; }

    public OutgoingMessage Outgoing => new() { OutboxId = Id, Channel = Channel, Thread = PostPlace?.Thread, ReplyTo = PostPlace?.Id, Text = Text };

    /// <summary>Where what was sent stands.</summary>
    public MessagePlace Place => new(Channel, PostPlace?.Thread, Message!.Value);
}
