using EngageBot.Chat;

namespace EngageBot.Nudges.Thoughts;

/// <summary>Something done about a post, or to be done.</summary>
/// <param name="Member">Who is asked; null for nobody in particular, or where that is not known yet.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record ThoughtStep(NudgeStep Step, MemberId? Member, DateTimeOffset At, string Reason);
