namespace EngageBot.ReplyGraph.Model;

/// <summary>What a review found of a post.</summary>
/// <param name="Start">The probability that it starts a conversation.</param>
/// <param name="IsUnanswered">Nobody else seems to have answered it.</param>
/// <param name="Lines">What it and the lines after it answer, as far as they were judged again.</param>
internal sealed record ReviewedPost(float Start, bool IsUnanswered, IReadOnlyList<ReviewedLine> Lines);
