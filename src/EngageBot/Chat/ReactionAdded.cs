namespace EngageBot.Chat;

/// <summary>Somebody put an emoji under a message. Exports do not say when: their readers give the message's own time.</summary>
public sealed record ReactionAdded(CommunityId Community, DateTimeOffset At, ChannelId Channel) : ChatEvent(Community, At)
{
    public required MessageId Message { get; init; }

    public required MemberId Member { get; init; }

    /// <summary>The emoji itself, or its name on platforms that name them ("thumbsup").</summary>
    public required string Emoji { get; init; }
}
