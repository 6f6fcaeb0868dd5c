namespace EngageBot.Nudges;

/// <summary>A post on the waiting board.</summary>
/// <param name="Excerpt">Fit to be quoted; empty where nothing is.</param>
/// <param name="Channel">The name of its channel, fit to be quoted.</param>
internal sealed record BoardLine(string Excerpt, string Channel, Uri? Link);
