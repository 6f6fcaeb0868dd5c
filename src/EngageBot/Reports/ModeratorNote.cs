using EngageBot.Chat;

namespace EngageBot.Reports;

/// <summary>A message about which the bot is silent, and at which a person may want to look: a hint from its words alone, which may be wrong.</summary>
/// <param name="Kind">A sign of a crisis, a quarrel, a possible scam, or a complaint.</param>
/// <param name="Why">In words for moderators.</param>
public sealed record ModeratorNote(ChatLine Post, string Channel, PostKind Kind, string Why);
