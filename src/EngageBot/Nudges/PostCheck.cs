using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>A look that will be taken at a post.</summary>
/// <param name="Wait">How long the post was left alone, once that is known.</param>
/// <param name="IsReviewed">Everything that could answer the post was looked at a second time.</param>
internal readonly record struct PostCheck(WaitingPost Post, PostCheckKind Kind, Wait Wait, bool IsReviewed = false);
