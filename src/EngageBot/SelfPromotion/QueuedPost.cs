namespace EngageBot.SelfPromotion;

/// <summary>A post that would be shown in the moderators' queue.</summary>
/// <param name="Domain">Where its link leads; null where it has none.</param>
internal readonly record struct QueuedPost(long Member, string? Domain, long Channel);
