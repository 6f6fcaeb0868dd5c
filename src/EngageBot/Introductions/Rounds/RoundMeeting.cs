namespace EngageBot.Introductions.Rounds;

/// <summary>Two who were in a group before.</summary>
/// <param name="RoundsAgo">1 for the last round.</param>
internal readonly record struct RoundMeeting(long One, long Other, int RoundsAgo);
