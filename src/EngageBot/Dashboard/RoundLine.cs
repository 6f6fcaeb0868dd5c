namespace EngageBot.Dashboard;

/// <summary>A round of introductions.</summary>
/// <param name="People">So many took part; null for so few that they are not counted.</param>
/// <param name="Groups">So many groups found a place in which to meet.</param>
public sealed record RoundLine(DateTimeOffset At, int? People, int Groups);
