namespace EngageBot.Chat;

/// <summary>Reactions to a message were taken back: one by its member, all of one emoji, or all.</summary>
public sealed record ReactionRemoved(CommunityId Community, DateTimeOffset At, ChannelId Channel) : ChatEvent(Community, At)
{
    public required MessageId Message { get; init; }

    /// <summary>Whose reaction it was; null for everybody's.</summary>
    public MemberId? Member { get; init; }

    /// <summary>As in <see cref="ReactionAdded.Emoji"/>; null for every emoji.</summary>
    public string? Emoji { get; init; }
}
