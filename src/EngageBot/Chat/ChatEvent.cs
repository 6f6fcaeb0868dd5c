namespace EngageBot.Chat;

/// <summary>Something that happened in a community. The mappers of the platforms and the readers of histories make these; the pipeline takes them.</summary>
public abstract record ChatEvent(CommunityId Community, DateTimeOffset At);
