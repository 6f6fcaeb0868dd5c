namespace EngageBot.Privacy.Retention;

/// <summary>Texts that were looked through.</summary>
/// <param name="Old">Those that are to go.</param>
/// <param name="GoOnAt">When the next ones were written at the earliest, unix milliseconds; null where that was all.</param>
internal readonly record struct SeenTexts(IReadOnlyList<OldText> Old, long? GoOnAt);
