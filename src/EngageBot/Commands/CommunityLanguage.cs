using EngageBot.Chat;

namespace EngageBot.Commands;

/// <summary>The language in which the bot speaks in a community, where its moderators chose one; null elsewhere. It takes no look at the store.</summary>
public delegate string? CommunityLanguage(CommunityId community);
