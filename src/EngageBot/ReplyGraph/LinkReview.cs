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

    private readonly PostReview _review = new(new ReplyJudge(ReplyModel.Shipped));

    /// <summary>Inside the caller's transaction.</summary>
    /// <param name="channel">The channel the post was written in.</param>
    /// <param name="post">Its key.</param>
    /// <param name="at">When it was written, unix milliseconds.</param>
    /// <param name="now">Nothing later is looked at.</param>
    /// <returns>Whether all lines that a review looks at were there: another would find the same.</returns>
    public async ValueTask<bool> ReviewAsync(long channel, long post, long at, long now, CancellationToken cancellationToken)
    {
        var place = new Place(channel, Thread: null);
        var around = await AroundAsync(place, post, at, now, cancellationToken);
        var postAt = around.FindIndex(line => line.Key == post);
        if (postAt < 0 || postAt == around.Count - 1)
        {
            return false;
        }

        foreach (var line in _review.Review(around, postAt).Lines)
        {
            // A line that answers nothing answers itself.
            var (key, parent) = (around[line.Place].Key, around[line.Parent < 0 ? line.Place : line.Parent].Key);
            await links.PutAsync(key, new ReplyLink(LinkSource.SecondLook, parent, line.Probability), cancellationToken);
        }

        return around.Count - postAt > PostReview.LinesAfter;
    }

    /// <summary>The lines before and after a post: those in memory where they reach back to it, else from the store.</summary>
    private async ValueTask<List<WindowLine>> AroundAsync(Place place, long post, long at, long now, CancellationToken cancellationToken)
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
}
