namespace EngageBot.Unanswered;

/// <summary>How fast posts were answered over the last 30 days.</summary>
/// <param name="Answered">How many were.</param>
/// <param name="P90">The time to first response that nine in ten of them kept.</param>
internal readonly record struct Pace(int Answered, TimeSpan P90);
