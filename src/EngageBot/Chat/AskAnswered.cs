namespace EngageBot.Chat;

/// <summary>
/// Somebody who was asked about a post decided what to do about it, or could not be asked after all. It goes through the pipeline like what is written, so that both
/// are in order and neither is lost. Told twice it is the same.
/// </summary>
/// <param name="Member">Who was asked.</param>
/// <param name="Ask">The outbox id of the message that asked him.</param>
public sealed record AskAnswered(CommunityId Community, DateTimeOffset At, MemberId Member, long Ask, AskAnswer Answer) : ChatEvent(Community, At);
