namespace EngageBot.Reports;

/// <summary>A post that was promotion, for moderators. Who wrote it is not told: what there is to decide is about the post.</summary>
/// <param name="Id">The platform's spelling of the message's id.</param>
/// <param name="Text">As a stranger wrote it; empty where none is kept.</param>
/// <param name="Score">How probably it is promotion by its words alone, 0 to 1.</param>
/// <param name="Reasons">Why, in short words: of its text and of what its author did besides.</param>
public sealed record PromotionPost(string Id, string Channel, DateTimeOffset At, string Text, double Score, IReadOnlyList<string> Reasons);
