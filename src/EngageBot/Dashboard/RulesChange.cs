namespace EngageBot.Dashboard;

/// <summary>A change of the rules.</summary>
/// <param name="By">Who made it; empty where that is not known any more.</param>
/// <param name="Changes">What changed, by the names of the settings.</param>
public sealed record RulesChange(DateTimeOffset At, string By, IReadOnlyList<string> Changes);
