using EngageBot.ReplyGraph;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>Looks at how posts stand, a second time before something is done about them.</summary>
/// <param name="review">Looks again at what lines answer; null where the first decision is the last word.</param>
internal sealed class PostLook(PostQuery posts, LinkReview? review)
{
    /// <summary>Whether what lines answer is looked at again.</summary>
    public bool Reviews => review is not null;

    public async ValueTask<bool> IsOpenAsync(WaitingPost post, long now, CancellationToken cancellationToken) =>
        (await posts.StateAsync(post.Message, now, cancellationToken)).IsOpen;

    /// <summary>Looks at several together, so that processors share the work.</summary>
    public async ValueTask LookAheadAsync(List<PostCheck> open, long now, CancellationToken cancellationToken)
    {
        if (review is not null)
        {
            var reviewed = open.Where(check => check.Kind != PostCheckKind.Early && !check.IsReviewed);
            await review.LookAheadAsync([.. reviewed.Select(check => (check.Post.Channel, check.Post.Message, check.Post.At))], now, cancellationToken);
        }
    }

    /// <summary>Whether a post is open on a second look too, at what it and the lines after it answer.</summary>
    /// <returns>And whether there is nothing left to be looked at.</returns>
    public async Task<(bool IsOpen, bool IsReviewed)> ReviewAsync(WaitingPost post, long now, CancellationToken cancellationToken)
    {
        if (review is null)
        {
            return (true, true);
        }

        var isReviewed = await review.ReviewAsync(post.Channel, post.Message, post.At, now, cancellationToken);
        return (await IsOpenAsync(post, now, cancellationToken), isReviewed);
    }
}
