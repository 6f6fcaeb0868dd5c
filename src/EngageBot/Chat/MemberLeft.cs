namespace EngageBot.Chat;

/// <summary>Somebody is no member any more: he left, was removed, or his account is switched off. He is one again when he is seen with his standing.</summary>
public sealed record MemberLeft(CommunityId Community, DateTimeOffset At, MemberId Member) : ChatEvent(Community, At);
