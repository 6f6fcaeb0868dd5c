namespace EngageBot.Introductions.Proposals;

/// <summary>What decides how a proposal goes on.</summary>
/// <param name="People">In the order in which they are asked.</param>
/// <param name="IsNever">Somebody does not want two of them introduced, ever.</param>
/// <param name="IsKnown">Two of them know each other already.</param>
internal sealed record ProposalFacts(DateTimeOffset PlannedAt, IReadOnlyList<ProposalPerson> People, bool IsNever, bool IsKnown);
