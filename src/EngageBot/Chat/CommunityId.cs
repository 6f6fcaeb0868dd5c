namespace EngageBot.Chat;

/// <summary>A guild on Discord, a workspace on Slack, by the platform's own id.</summary>
public readonly record struct CommunityId(Platform Platform, string Value);
