using EngageBot.Chat;

namespace EngageBot.Stats;

/// <summary>A post and what came of it.</summary>
/// <param name="Message">The key of the post.</param>
/// <param name="At">When it was written, unix milliseconds.</param>
/// <param name="ResponseAt">When the first other person replied; null where nobody did.</param>
internal readonly record struct PostOutcome(long Message, long Channel, long Author, long At, PostKind Kind, long? ResponseAt)
{
    /// <summary>From the post to its first reply.</summary>
    public TimeSpan? TimeToResponse => ResponseAt is null ? null : TimeSpan.FromMilliseconds(ResponseAt.Value - At);

    public bool IsQuestion => Kind is PostKind.Question or PostKind.HelpRequest or PostKind.FeedbackRequest;
}
