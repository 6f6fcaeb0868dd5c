using EngageBot.Nudges;

namespace EngageBot.Reports;

/// <summary>Something the bot would have said.</summary>
/// <param name="Asked">Who would have been asked; null for nobody in particular.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Post">The post it is about.</param>
public sealed record PlannedNudge(DateTimeOffset At, NudgeStep Step, string? Asked, string Reason, string Channel, ChatLine Post);
