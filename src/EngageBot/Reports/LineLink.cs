using EngageBot.ReplyGraph;

namespace EngageBot.Reports;

/// <summary>What a line answers.</summary>
/// <param name="Source">What says so.</param>
/// <param name="Probability">How sure that is, 0 to 1.</param>
/// <param name="To">The author of what it answers; null where that is not stored.</param>
public sealed record LineLink(LinkSource Source, double Probability, string? To);
