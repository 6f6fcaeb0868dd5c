namespace EngageBot.Responders;

/// <param name="Score">Comparable among the candidates of one post only: the difference of two is the logarithm of how much likelier one is.</param>
internal readonly record struct RankedResponder(ResponderCandidate Candidate, double Score);
