using EngageBot.Charts;

namespace EngageBot.Stats.Asking;

/// <summary>A figure over time.</summary>
/// <param name="Change">Against the period before, in words.</param>
/// <param name="Definition">What the figure means.</param>
public sealed record OverviewPicture(Chart Chart, string Change, string Definition);
