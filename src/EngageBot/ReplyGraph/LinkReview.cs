using System.Collections.Concurrent;
using EngageBot.ReplyGraph.Model;

namespace EngageBot.ReplyGraph;

/// <summary>
/// Looks again at a post that something is about to be done about: the lines that came after it tell better whether somebody answered. What is found is stored
/// as links of their own source, which count before those that were found as the lines came.
/// </summary>
internal sealed class LinkReview(LineStore lines, LinkStore links, ReplyWindows windows)
{
    /// <summary>Lines before the post that are needed: 98% of replies lie within 50 lines.</summary>
    private const int LeastBefore = 50;

    /// <summary>Room for lines written at the very moment of the post.</summary>
    private const int SameMoment = 10;

    private readonly ConcurrentBag<PostReview> _reviewers = [];
    private readonly Dictionary<long, Looked> _ahead = [];

    /// <summary>Looks at several posts at once, on all processors. What is found is stored when each is reviewed, at the same moment.</summary>
    public async ValueTask LookAheadAsync(IReadOnlyList<(long Channel, long Post, long At)> posts, long now, CancellationToken cancellationToken)
    {
        _ahead.Clear();
        if (posts.Count < 2)
        {
            return;
        }

        var looked = new Looked[posts.Count];
        for (var at = 0; at < looked.Length; at++)
        {
            looked[at] = await AroundAsync(posts[at].Channel, posts[at].Post, posts[at].At, now, cancellationToken);
        }

        Parallel.For(0, looked.Length, at => looked[at] = Look(looked[at]));
        for (var at = 0; at < looked.Length; at++)
        {
            _ahead[posts[at].Post] = looked[at];
        }
    }

    /// <summary>Inside the caller's transaction.</summary>
    /// <param name="channel">The channel the post was written in.</param>
    /// <param name="post">Its key.</param>
    /// <param name="at">When it was written, unix milliseconds.</param>
    /// <param name="now">Nothing later is looked at.</param>
    /// <returns>Whether all lines that a review looks at were there: another would find the same.</returns>
    public async ValueTask<bool> ReviewAsync(long channel, long post, long at, long now, CancellationToken cancellationToken)
    {
        if (!_ahead.Remove(post, out var looked))
        {
            looked = Look(await AroundAsync(channel, post, at, now, cancellationToken));
        }

        if (looked.Found is null)
        {
            return false;
        }

        foreach (var line in looked.Found.Lines)
        {
            // A line that answers nothing answers itself.
            links.Change(channel, looked.Lines[line.Place].At);
            var (key, parent) = (looked.Lines[line.Place].Key, looked.Lines[line.Parent < 0 ? line.Place : line.Parent].Key);
            await links.PutAsync(key, new ReplyLink(LinkSource.SecondLook, parent, line.Probability), cancellationToken);
        }

        return looked.Lines.Count - looked.PostAt > PostReview.LinesAfter;
    }

    /// <summary>The review itself: of nothing but the lines. Nothing is found of a post that is gone, or the last one said.</summary>
    private Looked Look(Looked looked)
    {
        if (looked.PostAt < 0 || looked.PostAt == looked.Lines.Count - 1)
        {
            return looked;
        }

        if (!_reviewers.TryTake(out var review))
        {
            review = new PostReview(new ReplyJudge(ReplyModel.Shipped));
        }

        var found = review.Review(looked.Lines, looked.PostAt);
        _reviewers.Add(review);
        return looked with { Found = found };
    }

    private async ValueTask<Looked> AroundAsync(long channel, long post, long at, long now, CancellationToken cancellationToken)
    {
        var around = await LinesAsync(new Place(channel, Thread: null), post, at, now, cancellationToken);
        return new Looked(around, around.FindIndex(line => line.Key == post), Found: null);
    }

    /// <summary>The lines before and after a post: those in memory where they reach back to it, else from the store.</summary>
    private async ValueTask<List<WindowLine>> LinesAsync(Place place, long post, long at, long now, CancellationToken cancellationToken)
    {
        var window = await windows.GetAsync(place, cancellationToken);
        if (window.BackOf(post) is >= 0 and < ReplyWindow.Capacity - LeastBefore && window.NewestAt <= now)
        {
            return [.. Enumerable.Range(0, window.Count).Select(line => window[window.Count - 1 - line])];
        }

        List<WindowLine> around = [.. await lines.BeforeAsync(place, at, LeastBefore, cancellationToken)];
        var after = await lines.AfterAsync(place, at - 1, long.MaxValue, PostReview.LinesAfter + SameMoment, cancellationToken);
        around.AddRange(after.Where(line => line.At <= now));
        return around;
    }

    /// <param name="PostAt">The place of the post in the lines; -1 where it is gone.</param>
    private readonly record struct Looked(List<WindowLine> Lines, int PostAt, ReviewedPost? Found);
}
