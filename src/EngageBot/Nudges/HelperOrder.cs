using EngageBot.Chat;
using EngageBot.Chat.Words;
using EngageBot.Responders;

namespace EngageBot.Nudges;

/// <summary>People in the order in which they are likely to answer a post, and what they answered about before.</summary>
internal sealed class HelperOrder(IReadOnlyList<RankedResponder> ranked, ResponderSituation post, string text)
{
    /// <summary>More words in a reason would not be read.</summary>
    private const int NamedTopics = 2;

    private const int LongestTopic = 30;

    /// <summary>The likeliest first.</summary>
    public IEnumerable<long> Members => ranked.Select(one => one.Candidate.Member);

    public int PlaceOf(long member) => ranked.Index().First(one => one.Item.Candidate.Member == member).Index;

    /// <summary>Words of the post about which somebody answered others where everybody, or those of its channel, could read it; what tells most comes first.</summary>
    public IReadOnlyList<string> TopicsOf(long member)
    {
        var answered = ranked[PlaceOf(member)].Candidate.Profile.Answered;
        List<(string Word, float Tells)> shared = [];
        foreach (var word in new WordReader(text))
        {
            var number = word.Kind == WordKind.Word ? WordHash.Of(word.Word) : 0;
            if (number != 0 && post.Words.Contains(number) && TopicMatch.WeightOf(number, answered, post.Channel) > 0)
            {
                shared.Add((word.Word.ToString().ToLowerInvariant(), post.Counts.Weight(number)));
            }
        }

        return [.. shared.OrderByDescending(one => one.Tells).Select(one => one.Word).Distinct().Take(NamedTopics).Select(word => OneLine.Of(word, LongestTopic))];
    }
}
