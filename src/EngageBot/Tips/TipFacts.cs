namespace EngageBot.Tips;

/// <summary>What tips are chosen by.</summary>
/// <param name="Shape">Null where the words of the post are not kept.</param>
/// <param name="AnswersElsewhere">Another channel answers clearly more of its posts.</param>
/// <param name="AnswersLater">The channel answers mostly at other hours than the one at which it was written.</param>
internal sealed record TipFacts(PostShape? Shape, bool AnswersElsewhere, bool AnswersLater);
