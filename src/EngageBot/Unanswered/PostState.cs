using EngageBot.Chat;

namespace EngageBot.Unanswered;

/// <summary>How a post stands at a moment.</summary>
/// <param name="Kind">What it wants.</param>
/// <param name="IsPost">It starts a conversation, by a person who has not opted out, and is still there.</param>
/// <param name="AnsweredAt">When the first other person replied to it or to a line by which its author continued it; unix milliseconds.</param>
/// <param name="IsSettled">Acknowledged by a reaction where that settles it, marked answered or as needing no reply, withdrawn by its author, in a thread that was locked or has a tag that says it is solved, or in a channel that was archived.</param>
internal readonly record struct PostState(PostKind Kind, bool IsPost, long? AnsweredAt, bool IsSettled)
{
    /// <summary>Its author is gone, has not accepted the rules yet, or was put to silence after he wrote it, even where he may write again.</summary>
    public bool IsLeftAlone { get; init; }

    /// <summary>Its author and another quarrelled around it.</summary>
    public bool IsInQuarrel { get; init; }

    public bool IsOpen => IsPost && AnsweredAt is null && !IsSettled && !IsLeftAlone && !IsInQuarrel && PostClassifier.InvitesReply(Kind);
}
