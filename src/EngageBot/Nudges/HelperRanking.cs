using System.Data;
using EngageBot.Chat;
using EngageBot.Chat.Words;
using EngageBot.Database;
using EngageBot.Profiles;
using EngageBot.ReplyGraph;
using EngageBot.Responders;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>Puts those who answer in a channel in the order in which they are likely to answer a post, and says what they answered about before.</summary>
internal sealed class HelperRanking(WriteSession session, ProfileRecorder profiles, ReplyWindows windows)
{
    /// <summary>More words in a reason would not be read.</summary>
    private const int NamedTopics = 2;

    private static readonly HotSql PostText = new("SELECT text FROM messages WHERE id = @message", ("message", DbType.Int64));

    /// <param name="members">Keys of members who may be asked, the author left out.</param>
    public async ValueTask<IReadOnlyList<LikelyHelper>> RankAsync(
        IReadOnlyList<long> members, WaitingPost post, long community, long now, CancellationToken cancellationToken)
    {
        var text = await session.TextAsync(PostText, cancellationToken, post.Message) ?? string.Empty;
        var words = new uint[TopicWords.Most];
        var situation = new ResponderSituation
        {
            Author = post.Author,
            Channel = post.Channel,
            Now = now,
            Words = words[..TopicWords.Read(text, words)],
            Window = await windows.GetAsync(new Place(post.Channel, Thread: null), cancellationToken),
            Counts = await profiles.WordsAsync(community, cancellationToken),
        };
        List<ResponderCandidate> candidates = [];
        foreach (var member in members)
        {
            // Who answered before profiles were kept has none yet.
            candidates.Add(new ResponderCandidate(member, await profiles.FindAsync(member, cancellationToken) ?? new MemberProfile()));
        }

        return [.. ResponderPolicy.Rank(candidates, situation).Select(ranked => new LikelyHelper(ranked.Candidate.Member, Topics(text, ranked.Candidate.Profile, situation)))];
    }

    /// <summary>Words of the post about which he answered others where everybody, or those of this channel, could read it; what tells most comes first.</summary>
    private static IReadOnlyList<string> Topics(string text, MemberProfile profile, ResponderSituation post)
    {
        List<(string Word, float Tells)> shared = [];
        foreach (var word in new WordReader(text))
        {
            var number = word.Kind == WordKind.Word ? WordHash.Of(word.Word) : 0;
            if (number != 0 && post.Words.Contains(number) && TopicMatch.WeightOf(number, profile.Answered, post.Channel) > 0)
            {
                shared.Add((word.Word.ToString(), post.Counts.Weight(number)));
            }
        }

        return [.. shared.OrderByDescending(one => one.Tells).Select(one => OneLine.Of(one.Word.ToLowerInvariant())).Distinct().Take(NamedTopics)];
    }
}
