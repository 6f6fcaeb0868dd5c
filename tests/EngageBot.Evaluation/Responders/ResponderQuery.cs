using EngageBot.Chat;
using EngageBot.Responders;

namespace EngageBot.Evaluation.Responders;

/// <summary>A message that somebody could answer.</summary>
/// <param name="Candidates">Who spoke last in the channel comes first.</param>
/// <param name="NameOf">A member's id in the history.</param>
internal sealed record ResponderQuery(MessageCreated Message, ResponderSituation Situation, IReadOnlyList<ResponderCandidate> Candidates, Func<long, string> NameOf);
