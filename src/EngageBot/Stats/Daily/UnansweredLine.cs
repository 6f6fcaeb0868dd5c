namespace EngageBot.Stats.Daily;

/// <summary>A post that nobody answered.</summary>
/// <param name="Channel">The channel's key.</param>
/// <param name="IsWithdrawn">Its author said that nothing is needed any more.</param>
internal readonly record struct UnansweredLine(long Channel, DayLine Line, bool IsWithdrawn);
