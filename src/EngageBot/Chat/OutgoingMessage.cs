namespace EngageBot.Chat;

/// <summary>Something that the bot says. Links in it show no preview.</summary>
public sealed record OutgoingMessage
{
    /// <summary>Unlike any other; what is sent twice under one id appears once, as far as the platform can tell.</summary>
    public required long OutboxId { get; init; }

    public required ChannelId Channel { get; init; }

    /// <summary>The thread to write in, named by the message that started it.</summary>
    public MessageId? Thread { get; init; }

    public MessageId? ReplyTo { get; init; }

    /// <summary>Plain text. Quotes in it went through <see cref="Excerpt"/>; the platform's sender escapes what it would read as its own markup.</summary>
    public required string Text { get; init; }

    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.None;
}
