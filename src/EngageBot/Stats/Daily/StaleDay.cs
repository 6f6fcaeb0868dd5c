namespace EngageBot.Stats.Daily;

/// <summary>A day of a channel that has changed since it was packed.</summary>
/// <param name="Channel">The channel's key.</param>
/// <param name="Day">Days since 1970, UTC.</param>
/// <param name="Changes">Counts the changes.</param>
internal readonly record struct StaleDay(long Channel, long Day, long Changes);
