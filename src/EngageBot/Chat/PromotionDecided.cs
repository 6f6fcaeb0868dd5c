namespace EngageBot.Chat;

/// <summary>A moderator decided about a post in the queue of promotion. The first word counts; told twice it is the same.</summary>
/// <param name="Post">The key of the post.</param>
/// <param name="IsAccepted">It is promotion and nothing else; false where it is to be left alone.</param>
public sealed record PromotionDecided(CommunityId Community, DateTimeOffset At, MemberId Moderator, long Post, bool IsAccepted) : ChatEvent(Community, At);
