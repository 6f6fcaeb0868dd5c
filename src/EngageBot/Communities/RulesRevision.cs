namespace EngageBot.Communities;

/// <summary>A change of a community's rules, as it is kept.</summary>
/// <param name="Revision">Counts from 1.</param>
/// <param name="By">The platform's id of the moderator, or <see cref="RulesStore.File"/>.</param>
/// <param name="Changes">What changed, a rule a line.</param>
public sealed record RulesRevision(long Revision, string By, DateTimeOffset At, string Changes);
