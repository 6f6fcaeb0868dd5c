namespace EngageBot.Stats;

/// <summary>The posts of one hour of the week, UTC.</summary>
/// <param name="Hour">0 is Monday 00:00 to 01:00, 167 Sunday 23:00 to 24:00.</param>
public sealed record HourFigures(int Hour, PostFigures Posts);
