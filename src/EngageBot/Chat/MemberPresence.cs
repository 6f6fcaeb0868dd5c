namespace EngageBot.Chat;

/// <summary>Whether a member is there to be spoken to, as far as the platform tells.</summary>
/// <param name="DoNotDisturbUntil">He does not want to be disturbed now; null where nothing is known of that.</param>
/// <param name="IsAway">He is not there; false where nothing is known of that.</param>
public readonly record struct MemberPresence(DateTimeOffset? DoNotDisturbUntil, bool IsAway);
