namespace EngageBot.Chat;

/// <summary>How it stands with somebody who is a member now.</summary>
/// <param name="IsPending">He has not accepted the rules yet.</param>
/// <param name="TimedOutUntil">He may not write until then, by a moderator's decision.</param>
public sealed record MemberStanding(bool IsPending = false, DateTimeOffset? TimedOutUntil = null);
