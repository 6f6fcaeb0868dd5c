using EngageBot.Profiles;

namespace EngageBot.Responders;

/// <summary>How much of what a post is about somebody has written about before.</summary>
internal static class TopicMatch
{
    /// <summary>The share of the post's words, each by how much it tells, that are among his topics: 0 to 1. Only what everybody or the channel may read counts.</summary>
    public static double Share(ReadOnlySpan<uint> post, Topics topics, long channel, WordCounts counts)
    {
        var (known, all) = (0.0, 1.0);
        foreach (var word in post)
        {
            var tells = counts.Weight(word);
            all += tells;
            known += tells * Math.Min(1, Log(WeightOf(word, topics, channel)));
        }

        return known / all;
    }

    private static double Log(float weight) => weight == 0 ? 0 : 0.4 + (0.3 * Math.Log2(1 + weight));

    /// <summary>How often somebody wrote a word lately where everybody, or those of a channel, may read it.</summary>
    public static float WeightOf(uint word, Topics topics, long channel)
    {
        var weight = 0f;
        for (var at = topics.Words.IndexOf(word); at >= 0; at = Next(topics.Words, word, at))
        {
            weight += topics.Places[at] is Topics.Everywhere || topics.Places[at] == channel ? topics.Weights[at] : 0;
        }

        return weight;
    }

    private static int Next(ReadOnlySpan<uint> words, uint word, int at)
    {
        var next = words[(at + 1)..].IndexOf(word);
        return next < 0 ? -1 : at + 1 + next;
    }
}
