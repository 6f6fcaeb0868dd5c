namespace EngageBot.Stats.Daily;

/// <summary>A channel that figures are made of.</summary>
/// <param name="KnownFrom">Its first message, unix milliseconds.</param>
/// <param name="ArchivedAt">Since when nothing can be written there; null where it can.</param>
internal readonly record struct LiveChannel(long Key, long KnownFrom, long? ArchivedAt);
