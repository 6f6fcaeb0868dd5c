using EngageBot.Chat;
using EngageBot.Introductions.Proposals;

namespace EngageBot.Introductions.Outcomes;

/// <summary>What came of an introduction whose people found a place.</summary>
/// <param name="Confirmed">The most that one of them said; null where nobody said anything.</param>
/// <param name="HaveTalked">Two of them wrote in their place, or replied to each other anywhere since: derived, and not asked.</param>
internal sealed record IntroducedOutcome(long Introduction, IntroductionOccasion Occasion, DateTimeOffset OpenedAt, IntroductionOutcome? Confirmed, bool HaveTalked);
