namespace EngageBot.Stats.Asking;

/// <summary>Introductions of a period.</summary>
/// <param name="Made">People found a place in which to meet.</param>
/// <param name="Talked">They talked there, or replied to each other anywhere since.</param>
/// <param name="Confirmed">One of them said that something came of it.</param>
internal readonly record struct IntroductionFigures(int Made, int Talked, int Confirmed);
