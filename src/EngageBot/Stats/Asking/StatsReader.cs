namespace EngageBot.Stats.Asking;

/// <summary>For whom figures are written.</summary>
/// <param name="Days">How long each of the two periods is.</param>
/// <param name="Channel">What the channel is called, where it is about one.</param>
/// <param name="HidesFew">Numbers of people below five are not said.</param>
internal readonly record struct StatsReader(int Days, string? Channel, bool IsForModerators, bool HidesFew);
