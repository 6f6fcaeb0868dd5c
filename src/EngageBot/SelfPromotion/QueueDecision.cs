namespace EngageBot.SelfPromotion;

/// <summary>What a moderator decided about a post in the queue.</summary>
/// <param name="Domain">Where its link leads; null where it has none.</param>
/// <param name="IsAccepted">It is promotion; false where he dismissed it.</param>
internal readonly record struct QueueDecision(long Member, string? Domain, long Channel, bool IsAccepted, DateTimeOffset At);
