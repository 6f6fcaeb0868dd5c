namespace EngageBot.Introductions.Rounds;

/// <summary>People who are introduced to one another.</summary>
/// <param name="Members">Their keys, in order.</param>
/// <param name="Score">The scores of its pairs, added up.</param>
internal sealed record RoundGroup(IReadOnlyList<long> Members, double Score);
