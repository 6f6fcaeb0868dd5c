using EngageBot.Profiles;

namespace EngageBot.Introductions;

/// <summary>What somebody writes about as a direction: words in order, each by how much it tells and how often he uses it, of length 1.</summary>
internal sealed class TopicVector
{
    private readonly uint[] _words;
    private readonly double[] _values;

    private TopicVector(uint[] words, double[] values)
    {
        (_words, _values) = (words, values);
    }

    public IReadOnlyList<uint> Words => _words;

    /// <summary>Only what was written where every member may read: from a private channel nothing is let out.</summary>
    public static TopicVector Of(Topics topics, WordCounts counts)
    {
        List<(uint Word, double Value)> entries = [];
        for (var at = 0; at < topics.Count; at++)
        {
            if (topics.Places[at] == Topics.Everywhere)
            {
                entries.Add((topics.Words[at], counts.Weight(topics.Words[at]) * Math.Log2(1 + topics.Weights[at])));
            }
        }

        entries.Sort((one, other) => one.Word.CompareTo(other.Word));
        var length = Math.Sqrt(entries.Sum(entry => entry.Value * entry.Value));
        return new TopicVector([.. entries.Select(entry => entry.Word)], [.. entries.Select(entry => length == 0 ? 0 : entry.Value / length)]);
    }

    /// <summary>The words that two directions share, what brings them closest first.</summary>
    public IReadOnlyList<uint> SharedWith(TopicVector other) =>
    [
        .. _words.Index()
            .Select(word => (word.Item, Value: Array.BinarySearch(other._words, word.Item) is >= 0 and var there ? _values[word.Index] * other._values[there] : 0))
            .Where(word => word.Value > 0)
            .OrderByDescending(word => word.Value)
            .Select(word => word.Item),
    ];

    /// <summary>The cosine: 1 for the same topics, 0 for none in common.</summary>
    public double Cosine(TopicVector other)
    {
        var (here, there, sum) = (0, 0, 0.0);
        while (here < _words.Length && there < other._words.Length)
        {
            if (_words[here] == other._words[there])
            {
                sum += _values[here++] * other._values[there++];
            }
            else if (_words[here] < other._words[there])
            {
                here++;
            }
            else
            {
                there++;
            }
        }

        return sum;
    }
}
