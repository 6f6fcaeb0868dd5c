namespace EngageBot.Chat;

/// <summary>Something that the bot says. Links in it show no preview.</summary>
public sealed record OutgoingMessage
{
    /// <summary>Unlike any other; what is sent twice under one id appears once, as far as the platform can tell.</summary>
    public required long OutboxId { get; init; }

    /// <summary>Where it is said; of a message to one member the channel that it is about.</summary>
    public required ChannelId Channel { get; init; }

    /// <summary>To whom it is said in private; null for what is said in the channel.</summary>
    public MemberId? To { get; init; }

    /// <summary>The thread to write in, named by the message that started it.</summary>
    public MessageId? Thread { get; init; }

    public MessageId? ReplyTo { get; init; }

    /// <summary>Plain text. Quotes in it went through <see cref="Excerpt"/>; the platform's sender escapes what it would read as its own markup.</summary>
    public required string Text { get; init; }

    /// <summary>At most five, in one row.</summary>
    public IReadOnlyList<MessageButton> Buttons { get; init; } = [];

    /// <summary>It is sent with the message and stays as it is when the message is changed.</summary>
    public Picture? Picture { get; init; }

    /// <summary>It is said in a place of their own for some members, which is opened for it near the channel; null for what is said in the channel. A place is opened once.</summary>
    public MeetingPlace? Opens { get; init; }

    /// <summary>Those of whom it names some begin the message with their mentions.</summary>
    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.None;
}
