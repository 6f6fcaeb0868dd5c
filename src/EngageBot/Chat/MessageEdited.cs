namespace EngageBot.Chat;

/// <summary>A message's text was changed by its author.</summary>
public sealed record MessageEdited(CommunityId Community, DateTimeOffset At, ChannelId Channel) : ChatEvent(Community, At)
{
    public required MessageId Id { get; init; }

    public required string Text { get; init; }
}
