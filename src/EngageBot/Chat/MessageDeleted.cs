namespace EngageBot.Chat;

/// <summary>A message was taken back, by its author or by a moderator.</summary>
public sealed record MessageDeleted(CommunityId Community, DateTimeOffset At, ChannelId Channel) : ChatEvent(Community, At)
{
    public required MessageId Id { get; init; }
}
