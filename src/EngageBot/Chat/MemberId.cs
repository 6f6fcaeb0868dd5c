namespace EngageBot.Chat;

/// <summary>A person or bot in a community, by the platform's own id.</summary>
public readonly record struct MemberId(CommunityId Community, string Value);
