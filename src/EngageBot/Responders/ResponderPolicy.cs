namespace EngageBot.Responders;

/// <summary>Who is likely to answer a post. Asking by topic was taken up four times as often as asking at random (SuggestBot 2007).</summary>
internal static class ResponderPolicy
{
    /// <summary>The candidates, likeliest first; ties by key, so that the same question has the same answer.</summary>
    public static IReadOnlyList<RankedResponder> Rank(IEnumerable<ResponderCandidate> candidates, ResponderSituation post)
    {
        var talk = new RecentTalk(post.Window, post.Author);
        return [.. candidates
            .Where(candidate => candidate.Member != post.Author)
            .Select(candidate => new RankedResponder(candidate, Score(candidate, post, talk)))
            .OrderByDescending(ranked => ranked.Score)
            .ThenBy(ranked => ranked.Candidate.Member)];
    }

    private static double Score(ResponderCandidate candidate, ResponderSituation post, RecentTalk talk)
    {
        Span<double> values = stackalloc double[ResponderFeatures.Count];
        ResponderFeatures.Fill(candidate, post, talk, values);
        var score = 0.0;
        for (var at = 0; at < values.Length; at++)
        {
            score += values[at] * ResponderModel.Weights[at];
        }

        return score;
    }
}
