namespace EngageBot.Nudges.Trials;

/// <summary>What some rules would have planned over the same posts.</summary>
/// <param name="From">Since when the posts were looked at.</param>
/// <param name="Posts">So many posts that invite a reply.</param>
/// <param name="IsCut">There were more of them than are looked at: these are the newest.</param>
/// <param name="Plans">Of each of the rules in their order, the newest step first.</param>
internal sealed record Trial(DateTimeOffset From, int Posts, bool IsCut, IReadOnlyList<IReadOnlyList<TrialNudge>> Plans);
