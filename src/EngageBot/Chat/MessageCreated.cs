namespace EngageBot.Chat;

/// <summary>Somebody wrote a message. <see cref="ChatEvent.At"/> is the platform's own time of it.</summary>
public sealed record MessageCreated(CommunityId Community, DateTimeOffset At) : ChatEvent(Community, At)
{
    public required ChannelId Channel { get; init; }

    public required MessageId Id { get; init; }

    public required MemberId Author { get; init; }

    /// <summary>What was written, cleaned by <see cref="ChatText.Clean"/>.</summary>
    public required string Text { get; init; }

    /// <summary>The message answered with the platform's own reply button.</summary>
    public MessageId? ReplyTo { get; init; }

    /// <summary>The thread written in, named by the message that started it; on that message itself its own id.</summary>
    public MessageId? Thread { get; init; }

    /// <summary>Who is mentioned, the one addressed first where somebody is.</summary>
    public IReadOnlyList<MemberId> Mentions { get; init; } = [];

    public MessageTraits Traits { get; init; }
}
