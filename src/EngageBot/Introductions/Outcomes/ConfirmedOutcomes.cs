using EngageBot.Chat;

namespace EngageBot.Introductions.Outcomes;

/// <summary>What came of introductions by the word of those who were introduced: of each the most that one of them said.</summary>
/// <param name="Made">Introductions whose people found a place.</param>
/// <param name="Helped">Of these, those that helped somebody.</param>
/// <param name="Met">People met.</param>
/// <param name="Changed">They made or changed something.</param>
public sealed record ConfirmedOutcomes(int Made, int Helped, int Met, int Changed)
{
    public int Confirmed => Helped + Met + Changed;

    internal static ConfirmedOutcomes Of(IReadOnlyCollection<IntroducedOutcome> outcomes) => new(
        outcomes.Count,
        outcomes.Count(one => one.Confirmed == IntroductionOutcome.Helped),
        outcomes.Count(one => one.Confirmed == IntroductionOutcome.Met),
        outcomes.Count(one => one.Confirmed == IntroductionOutcome.Made));
}
