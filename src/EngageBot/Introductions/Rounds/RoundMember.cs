namespace EngageBot.Introductions.Rounds;

/// <summary>Somebody who opted in to rounds.</summary>
/// <param name="SkipsNext">He sits this round out.</param>
/// <param name="PausedUntil">He takes part in none before this moment; null where he does not pause.</param>
internal readonly record struct RoundMember(long Key, bool SkipsNext = false, DateTimeOffset? PausedUntil = null);
