namespace EngageBot.Chat;

/// <summary>
/// Somebody wrote to the bot, or in a conversation that it opened. What was written is not told: it is no message of the community, and nothing of it is kept but that it was.
/// </summary>
/// <param name="Conversation">The platform's id of the conversation.</param>
public sealed record WrittenInPrivate(CommunityId Community, DateTimeOffset At, MemberId Member, string Conversation) : ChatEvent(Community, At);
