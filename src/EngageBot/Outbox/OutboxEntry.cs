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

    /// <summary>The key of what it is about where that is no post.</summary>
    public long? Subject { get; init; }

    /// <summary>Where that post stands.</summary>
    public required MessagePlace? PostPlace { get; init; }

    /// <summary>To whom it is said in private; null for what everybody can read.</summary>
    public MemberId? Member { get; init; }

    /// <summary>The key of that member.</summary>
    public long? MemberKey { get; init; }

    public required string Text { get; init; }

    public IReadOnlyList<MessageButton> Buttons { get; init; } = [];

    public Picture? Picture { get; init; }

    /// <summary>The place that it opens for some members.</summary>
    public MeetingPlace? Opens { get; init; }

    public required int Revision { get; init; }

    public required OutboxState State { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required DateTimeOffset? ClaimedAt { get; init; }

    public required bool IsUnwanted { get; init; }

    public required int Attempts { get; init; }

    /// <summary>The platform's id of what was sent.</summary>
    public required MessageId? Message { get; init; }

    /// <summary>The private conversation, or the place of some members, that it stands in.</summary>
    public ChannelId? Conversation { get; init; }

    public OutgoingMessage Outgoing => Opens is not null
        ? new() { OutboxId = Id, Channel = Channel, Text = Text, Buttons = Buttons, Opens = Opens, AllowedMentions = new AllowedMentions { Members = Opens.Members } }
        : Member is null
        ? new() { OutboxId = Id, Channel = Channel, Thread = PostPlace?.Thread, ReplyTo = PostPlace?.Id, Text = Text, Buttons = Buttons, Picture = Picture }
        : new() { OutboxId = Id, Channel = Channel, To = Member, Text = Text, Buttons = Buttons, Picture = Picture };

    /// <summary>Where what was sent stands.</summary>
    public MessagePlace Place => Conversation is { } conversation ? new(conversation, null, Message!.Value) : new(Channel, PostPlace?.Thread, Message!.Value);
}
